// The routes that corspec asks for on gin, and CORS by gin-contrib/cors.
//
//	server --policy FILE --port N [--auth-outside] [--stars] [--unanchored]
package main

import (
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"peer"
)

// authentication answers 401 on the protected route.
func authentication(context *gin.Context) {
	if context.Request.URL.Path == "/protected" && !peer.IsAuthorized(context.Request) {
		context.Header("WWW-Authenticate", "Bearer")
		context.AbortWithStatus(http.StatusUnauthorized)
	}
}

func build(policy peer.Policy, options peer.Options) (http.Handler, error) {
	layer, err := corsLayer(policy, options)
	if err != nil {
		return nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.RecoveryWithWriter(io.Discard))
	if options.AuthOutside {
		router.Use(authentication)
	}
	router.Use(layer)
	router.Any("/open", gin.WrapF(policy.Open))
	router.Any("/protected", authentication, gin.WrapF(policy.Protected))
	router.Any("/failing", func(*gin.Context) { panic("this route fails") })
	// The router knows some methods only: the others it leaves to this.
	router.NoRoute(func(context *gin.Context) {
		switch context.Request.URL.Path {
		case "/open", "/protected", "/failing":
			policy.Mux().ServeHTTP(context.Writer, context.Request)
		}
	})
	return router, nil
}

func main() {
	peer.Run(build)
}
