#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Threads for what may block or never end, outside the pool that tasks share.
package enum DetachedThread {
    fileprivate final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread, which ends when its body does.
    ///
    /// - Parameter run: The body.
    /// - Returns: Whether it could be started.
    package static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        let context = Unmanaged.passRetained(Body(run))
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let status = pthread_create(&thread, &attributes, runBody, context.toOpaque())
        pthread_attr_destroy(&attributes)
        if status != 0 { context.release() }
        return status == 0
    }
}

/// What the system calls on the new thread.
private func runBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<DetachedThread.Body>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}
