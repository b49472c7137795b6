import Hummingbird
import TOMLKit
import ServiceLifecycle
