// The routes that corspec asks for, and CORS by rs/cors.
//
//	server --policy FILE --port N [--auth-outside] [--empty-lists] [--stars] [--unanchored]
package main

import (
	"net/http"

	"peer"
)

func build(policy peer.Policy, options peer.Options) (http.Handler, error) {
	layer, err := corsLayer(policy, options)
	if err != nil {
		return nil, err
	}
	handler := layer(policy.Mux())
	if options.AuthOutside {
		handler = peer.AuthenticationOutside(handler)
	}
	return handler, nil
}

func main() {
	peer.Run(build)
}
