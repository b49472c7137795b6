import GRDBSQLite

extension SealedFileSystem {
    /// The methods that do nothing but ask the system's file.
    static func passOn(_ methods: inout sqlite3_io_methods) {
        methods.xClose = { file in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xClose(inner)
        }
        methods.xTruncate = { file, size in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xTruncate(inner, size)
        }
        methods.xSync = { file, flags in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xSync(inner, flags)
        }
        methods.xFileSize = { file, size in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xFileSize(inner, size)
        }
        methods.xLock = { file, lock in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xLock(inner, lock)
        }
        methods.xUnlock = { file, lock in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xUnlock(inner, lock)
        }
        methods.xCheckReservedLock = { file, result in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xCheckReservedLock(inner, result)
        }
        methods.xSectorSize = { file in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xSectorSize(inner)
        }
        methods.xDeviceCharacteristics = { file in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xDeviceCharacteristics(inner)
        }
        passOnSharedMemory(&methods)
    }

    private static func passOnSharedMemory(_ methods: inout sqlite3_io_methods) {
        methods.xShmMap = { file, page, size, extend, memory in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xShmMap(inner, page, size, extend, memory)
        }
        methods.xShmLock = { file, offset, count, flags in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xShmLock(inner, offset, count, flags)
        }
        methods.xShmBarrier = { file in
            let inner = SealedFile.inner(file!)
            inner.pointee.pMethods.pointee.xShmBarrier(inner)
        }
        methods.xShmUnmap = { file, delete in
            let inner = SealedFile.inner(file!)
            return inner.pointee.pMethods.pointee.xShmUnmap(inner, delete)
        }
    }
}
