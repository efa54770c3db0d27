package peer

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
)

// Options says how a policy is to be expressed.
type Options struct {
	// AuthOutside puts authentication in front of the CORS layer.
	AuthOutside bool
	// EmptyLists hands the policy's empty lists to the library as they are, whatever it takes them for.
	EmptyLists bool
	// Stars hands the policy's wildcards for methods and headers to the library, whether it knows them or not.
	Stars bool
	// Unanchored searches for the regex anywhere in the origin.
	Unanchored bool
}

// Run reads the command line, lets the server be built, and serves. A policy that cannot be built ends the program.
func Run(build func(policy Policy, options Options) (http.Handler, error)) {
	log.SetFlags(0)
	var options Options
	port := flag.Int("port", 0, "the port on 127.0.0.1")
	path := flag.String("policy", "", "the policy file")
	flag.BoolVar(&options.AuthOutside, "auth-outside", false, "put authentication in front of the CORS layer")
	flag.BoolVar(&options.EmptyLists, "empty-lists", false, "hand over empty lists as they are")
	flag.BoolVar(&options.Stars, "stars", false, "hand over wildcards for methods and headers, known or not")
	flag.BoolVar(&options.Unanchored, "unanchored", false, "search for the regex anywhere in the origin")
	flag.Parse()
	policy, err := ReadPolicy(*path)
	if err != nil {
		log.Fatal(err)
	}
	handler, err := guarded(build, policy, options)
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(listener, handler))
}

// guarded builds the server; a library's panic about the policy becomes an error.
func guarded(
	build func(Policy, Options) (http.Handler, error), policy Policy, options Options,
) (handler http.Handler, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("the policy is refused: %v", problem)
		}
	}()
	return build(policy, options)
}
