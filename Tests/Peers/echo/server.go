// The routes that corspec asks for on Echo, and CORS by Echo's own middleware.
//
//	server --policy FILE --port N [--empty-lists] [--stars]
package main

import (
	"errors"
	"io"
	"net/http"

	"github.com/labstack/echo"
	"github.com/labstack/echo/middleware"

	"peer"
)

func build(policy peer.Policy, options peer.Options) (http.Handler, error) {
	settings := middleware.CORSConfig{
		AllowOrigins:     policy.Origins,
		AllowMethods:     policy.ListedMethods(options),
		AllowHeaders:     policy.Headers,
		AllowCredentials: policy.Credentials,
		ExposeHeaders:    policy.Exposed,
		MaxAge:           policy.MaxAge,
	}
	switch {
	case peer.IsAny(policy.Headers) && !options.Stars:
		// No headers stand for all: each preflight gets those that it asks for.
		settings.AllowHeaders = nil
	case len(policy.Headers) == 0 && !options.EmptyLists:
		// A header that needs no grant is how to list none.
		settings.AllowHeaders = []string{echo.HeaderAccept}
	}
	if policy.Regex != "" || len(policy.Origins) == 0 && !options.EmptyLists {
		// No origins stand for all. The function takes the place of the list.
		allows, err := policy.OriginFunc(options)
		if err != nil {
			return nil, err
		}
		settings.AllowOriginFunc = func(origin string) (bool, error) { return allows(origin), nil }
	}
	server := echo.New()
	server.Logger.SetOutput(io.Discard)
	server.Use(middleware.Recover())
	server.Use(middleware.CORSWithConfig(settings))
	server.Any("/open", func(context echo.Context) error {
		policy.Expose(context.Response().Header())
		return context.String(http.StatusOK, "open")
	})
	server.Any("/protected", func(context echo.Context) error {
		if !peer.IsAuthorized(context.Request()) {
			context.Response().Header().Set(echo.HeaderWWWAuthenticate, "Bearer")
			return echo.ErrUnauthorized
		}
		policy.Expose(context.Response().Header())
		return context.String(http.StatusOK, "protected")
	})
	server.Any("/failing", func(echo.Context) error { return errors.New("this route fails") })
	// The router knows some methods only: the others it leaves to this.
	echo.MethodNotAllowedHandler = echo.WrapHandler(policy.Mux())
	return server, nil
}

func main() {
	peer.Run(build)
}
