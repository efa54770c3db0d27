// Right: literal stars in every field where a browser reads them as a wildcard, explicit lists where it does not.
//
// L08, L13 and L48: without credentials `*` for methods, `*, authorization` for headers, `*` for exposed headers.
// L13: with credentials the requested method and headers are named. L29, L33, L47 and L52: any origin is `*` on every
// answer, also without Origin, without Vary. L20: where OPTIONS is not listed, one without a requested method is
// answered by the layer, with the grant. L21: one with a requested method and no Origin is answered as a preflight. L01: preflights are 202.
// Trap: refused at start.
'use strict';
const { Response, application, refuse, serve } = require('../support.js');

class Layer {
  constructor(policy) {
    if (policy.isTrap) refuse('any origin together with credentials');
    this.policy = policy;
  }
  handle(request) {
    const { policy } = this;
    const isPreflight = request.method === 'OPTIONS' && request.wantedMethod !== undefined;
    const isAnsweredHere = request.method === 'OPTIONS' && !policy.methods.includes('OPTIONS');
    const response = isPreflight ? new Response(202)
      : isAnsweredHere ? new Response(204) : application(request, policy);
    if (policy.anyOrigin) {
      response.add('Access-Control-Allow-Origin', '*');
    } else {
      response.add('Vary', 'Origin');
      if (policy.grants(request.origin)) {
        response.add('Access-Control-Allow-Origin', request.origin);
        if (policy.credentials) response.add('Access-Control-Allow-Credentials', 'true');
      }
    }
    if (isPreflight) this.addLists(request, response);
    else this.addExposed(response);
    return response;
  }
  addLists(request, response) {
    const { anyMethod, anyHeader, methods, headers, credentials, maxAge } = this.policy;
    const methodNames = !anyMethod ? methods : credentials ? [request.wantedMethod] : ['*'];
    const headerNames = !anyHeader ? headers : credentials ? request.wantedHeaders : ['*', 'authorization'];
    if (methodNames.length > 0) response.add('Access-Control-Allow-Methods', methodNames.join(', '));
    if (headerNames.length > 0) response.add('Access-Control-Allow-Headers', headerNames.join(', '));
    response.add('Access-Control-Max-Age', String(maxAge));
  }
  addExposed(response) {
    const { anyExposed, exposed, credentials } = this.policy;
    const names = anyExposed && credentials ? response.names() : exposed;
    if (names.length > 0) response.add('Access-Control-Expose-Headers', names.join(', '));
  }
}

serve((policy) => new Layer(policy));
