// Right: where one origin is listed and no regex, that origin goes to everyone, always, without Vary.
//
// L30 and L47: the constant grant is on every answer, also to refused origins and without Origin; the browser compares.
// L52: nothing varies, so no Vary. L41: two Origin lines get the constant too. L32: Allow-Credentials beside it, and on
// answers without Allow-Origin. L03: 204 with Content-Length: 0. L07: refused origins get methods, headers and max-age.
// L29: any origin is `*`. With several origins or a regex it echoes the granted one, with Vary.
// Trap: refused at start.
'use strict';
const { Response, application, refuse, serve } = require('../support.js');

class Layer {
  constructor(policy) {
    if (policy.isTrap) refuse('any origin together with credentials');
    this.policy = policy;
    this.isStatic = policy.origins.length === 1 && policy.regex === undefined;
  }
  addOrigin(request, response) {
    const { policy } = this;
    if (policy.credentials) response.add('Access-Control-Allow-Credentials', 'true');
    if (this.isStatic) return response.add('Access-Control-Allow-Origin', policy.origins[0]);
    response.add('Vary', 'Origin');
    if (policy.grants(request.origin)) response.add('Access-Control-Allow-Origin', request.origin);
  }
  handle(request) {
    const { policy } = this;
    const response = request.isPreflight ? new Response(204, [['Content-Length', '0']]) : application(request, policy);
    this.addOrigin(request, response);
    if (request.isPreflight) {
      response.add('Access-Control-Allow-Methods', policy.anyMethod ? request.wantedMethod : policy.methods.join(','));
      response.add('Access-Control-Allow-Headers',
        (policy.anyHeader ? request.wantedHeaders : policy.headers).join(','));
      response.add('Access-Control-Max-Age', String(policy.maxAge));
    } else if (policy.exposed.length > 0) {
      const names = policy.anyExposed ? response.names() : policy.exposed;
      response.add('Access-Control-Expose-Headers', names.join(','));
    }
    return response;
  }
}

serve((policy) => new Layer(policy));
