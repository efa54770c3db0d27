import CORSVocabulary

/// The place in an exchange: begins at the request's own address.
struct Answers {
    /// The current hop: 0 is the request's own address, n the nth later one.
    private var current = 0
    /// How many of the later hops have been come to.
    private var used = 0

    /// Returns the current address's answer to a preflight.
    func preflightResponse(_ exchange: Exchange) -> HTTPResponse? {
        current == 0 ? exchange.preflightResponse : exchange.redirects[current - 1].preflightResponse
    }

    /// Returns the current address's answer to the request itself.
    func response(_ exchange: Exchange) -> HTTPResponse? {
        current == 0 ? exchange.response : exchange.redirects[current - 1].response
    }

    /// Goes on to the hop that an address is of.
    ///
    /// That is the next one; an earlier one if the address is that one's, since a server answers as before; the next
    /// one of the same origin all the same, if the address is nobody's.
    ///
    /// - Throws: `ExchangeError` if there is none.
    mutating func move(_ exchange: Exchange, to location: URLRecord, redirects: Int) throws(ExchangeError) {
        let next = used < exchange.redirects.count ? URLParser.parse(exchange.redirects[used].url.utf8) : nil
        if next?.address != location.address {
            for index in 0...used where url(exchange, index)?.address == location.address {
                current = index
                return
            }
            guard next?.origin == location.origin else {
                throw .hopMissing(redirects: redirects, url: String(decoding: location.address, as: UTF8.self))
            }
        }
        used += 1
        current = used
    }

    private func url(_ exchange: Exchange, _ index: Int) -> URLRecord? {
        index == 0 ? exchange.request.target : URLParser.parse(exchange.redirects[index - 1].url.utf8)
    }
}
