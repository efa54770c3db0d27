// Right, with much beside it: everything everywhere, and headers of other protocols.
//
// L05 and L06: every preflight is 200; a refused method or header is only missing from the lists. L07: refused origins get
// all lists. L15: Allow-Headers names Origin, Accept and other harmless ones. L26 and L46: all six fields on preflights and
// on actual answers. L50: safelisted names exposed. L51: Vary: Origin beside `*`. L61: Timing-Allow-Origin, COOP, COEP
// and CORP. L58: nothing for private networks. Design: a preflight of a missing route is 404.
// Under any origin it sends `*` only to requests with an Origin, and says so in Vary.
// Trap: grants `*` without credentials, or, where a regex is for everyone, echoes without them.
'use strict';
const { Response, application, serve } = require('../support.js');

const ROUTES = ['/open', '/protected', '/failing'];

class Layer {
  constructor(policy) {
    this.policy = policy;
    this.credentials = policy.credentials && !policy.isTrap;
  }
  handle(request) {
    const { policy } = this;
    const response = !request.isPreflight ? application(request, policy)
      : ROUTES.includes(request.path) ? new Response(200) : new Response(404, [], 'no such route\n');
    response.add('Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers');
    if (policy.grants(request.origin)) {
      response.add('Access-Control-Allow-Origin', policy.anyOrigin ? '*' : request.origin);
    }
    if (this.credentials) response.add('Access-Control-Allow-Credentials', 'true');
    const asked = request.wantedMethod !== undefined && policy.anyMethod ? [request.wantedMethod] : [];
    const methods = policy.anyMethod ? ['GET', 'PUT', ...asked] : ['GET', 'HEAD', 'POST', ...policy.methods];
    response.add('Access-Control-Allow-Methods', methods.join(', '));
    const names = policy.anyHeader ? request.wantedHeaders : policy.headers;
    response.add('Access-Control-Allow-Headers',
      ['Origin', 'Accept', 'Accept-Language', 'Content-Language', ...names].join(', '));
    response.add('Access-Control-Max-Age', String(policy.maxAge));
    response.add('Timing-Allow-Origin', 'https://metrics.example');
    response.add('Cross-Origin-Opener-Policy', 'same-origin');
    response.add('Cross-Origin-Embedder-Policy', 'require-corp');
    response.add('Cross-Origin-Resource-Policy', 'same-origin');
    const exposed = policy.anyExposed ? response.names() : policy.exposed;
    response.add('Access-Control-Expose-Headers',
      ['Cache-Control', 'Content-Language', 'Content-Length', 'Pragma', ...exposed].join(', '));
    return response;
  }
}

serve((policy) => new Layer(policy));
