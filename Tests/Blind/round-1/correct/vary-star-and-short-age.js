// Right: Vary: * on every answer, and a max-age that is never above five seconds.
//
// L53: Vary: * counts for Origin. L18: max-age is capped; L19: 0 is sent as -1, which means the same.
// L07 and L32: refused origins get methods, headers, max-age and (under a policy with credentials) Allow-Credentials,
// but no Allow-Origin. L05 and L06: refused items are 200 with the item missing. L27: no Vary on OPTIONS.
// L46: the lists are on actual answers too. L59: header names in upper case on the wire, and a chunked body.
// Trap: no 2xx anywhere: everything is 403.
'use strict';
const { Response, application, serve } = require('../support.js');

class Layer {
  constructor(policy) {
    this.policy = policy;
  }
  handle(request) {
    const { policy } = this;
    if (policy.isTrap) return new Response(403, [['Content-Type', 'text/plain']], 'this policy is not served\n');
    const response = request.isPreflight ? new Response(200, [['Content-Type', 'text/plain']], 'see the headers\n')
      : application(request, policy);
    response.chunked = true;
    response.spell = (name) => name.toUpperCase();
    if (request.method !== 'OPTIONS') response.add('Vary', '*');
    if (policy.grants(request.origin)) response.add('Access-Control-Allow-Origin', request.origin);
    if (policy.credentials) response.add('Access-Control-Allow-Credentials', 'true');
    const methods = policy.anyMethod ? ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] : policy.methods;
    const asked = request.isPreflight && policy.anyMethod ? [request.wantedMethod] : [];
    response.add('Access-Control-Allow-Methods', [...methods, ...asked].join(', '));
    response.add('Access-Control-Allow-Headers',
      (policy.anyHeader ? request.wantedHeaders : policy.headers).join(', '));
    response.add('Access-Control-Max-Age', policy.maxAge === 0 ? '-1' : String(Math.min(policy.maxAge, 5)));
    const names = policy.anyExposed ? response.names() : policy.exposed;
    if (names.length > 0) response.add('Access-Control-Expose-Headers', names.join(', '));
    return response;
  }
}

serve((policy) => new Layer(policy));
