// The routes that corspec asks for, and CORS by gorilla/handlers.
//
//	server --policy FILE --port N [--empty-lists] [--stars]
package main

import (
	"net/http"

	"github.com/gorilla/handlers"

	"peer"
)

func build(policy peer.Policy, options peer.Options) (http.Handler, error) {
	settings := []handlers.CORSOption{
		handlers.AllowedOrigins(policy.Origins),
		handlers.AllowedMethods(policy.ListedMethods(options)),
		handlers.AllowedHeaders(policy.Headers),
		handlers.ExposedHeaders(policy.Exposed),
		handlers.MaxAge(policy.MaxAge),
	}
	if policy.Credentials {
		settings = append(settings, handlers.AllowCredentials())
	}
	if policy.Regex != "" || len(policy.Origins) == 0 && !options.EmptyLists {
		// No origins stand for all. The function decides; the list then only says whether Vary is sent.
		allows, err := policy.OriginFunc(options)
		if err != nil {
			return nil, err
		}
		settings = append(settings, handlers.AllowedOriginValidator(allows))
	}
	return handlers.CORS(settings...)(policy.Mux()), nil
}

func main() {
	peer.Run(build)
}
