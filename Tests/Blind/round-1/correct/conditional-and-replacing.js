// Right, around an application that sets CORS headers of its own and answers conditional requests.
//
// L57: the application's Access-Control-Allow-Origin: https://old.example is replaced, or removed, by the layer.
// L56: a 304 carries the grant of the request that asked, and Vary. L53: the application's Vary and the layer's are merged
// into one line. L55: a request that cannot be parsed gets 400 without CORS. L51: Vary beside an echo of any origin.
// L04: Allow, Date and Server on preflights. L12: `,` without spaces, and the listed methods twice. L05: a refused
// preflight is 403, and closes the connection (probe rule 12).
// Design, Vary: errors carry Vary too. Same-origin requests are served.
// Trap: refused at start.
'use strict';
const { Response, application, refuse, serve } = require('../support.js');

function oldApplication(request, policy) {
  const response = application(request, policy);
  response.add('Access-Control-Allow-Origin', 'https://old.example');
  response.add('Access-Control-Allow-Credentials', 'true');
  response.add('Vary', 'Accept-Encoding');
  if (request.path !== '/open' || !['GET', 'HEAD'].includes(request.method)) return response;
  if (!response.has('ETag')) response.add('ETag', '"v1"');
  const tag = response.headers.find(([name]) => name.toLowerCase() === 'etag')[1];
  return request.get('if-none-match') === tag ? new Response(304, response.headers) : response;
}

class Layer {
  constructor(policy) {
    if (policy.isTrap) refuse('any origin together with credentials');
    this.policy = policy;
  }
  handle(request) {
    const response = request.isPreflight ? this.preflight(request) : oldApplication(request, this.policy);
    const { policy } = this;
    response.remove('Access-Control-Allow-Origin');
    response.remove('Access-Control-Allow-Credentials');
    response.remove('Vary');
    response.add('Vary', 'accept-encoding,origin');
    response.add('Server', 'old/1.0 (Unix)');
    if (!policy.grants(request.origin) || response.status === 403) return response;
    response.add('Access-Control-Allow-Origin', request.origin);
    if (policy.credentials) response.add('Access-Control-Allow-Credentials', 'true');
    if (!request.isPreflight && policy.exposed.length > 0) {
      response.add('Access-Control-Expose-Headers',
        (policy.anyExposed ? response.names() : policy.exposed).join(','));
    }
    return response;
  }
  preflight(request) {
    const { policy } = this;
    const granted = policy.grants(request.origin) && policy.grantsMethod(request.wantedMethod)
      && request.wantedHeaders.every((name) => policy.grantsHeader(name));
    if (!granted) {
      const response = new Response(403, [], 'refused\n');
      response.close = true;
      return response;
    }
    const methods = policy.anyMethod ? [request.wantedMethod] : policy.methods;
    const names = policy.anyHeader ? request.wantedHeaders : policy.headers;
    return new Response(204, [['Allow', 'GET,HEAD,POST,OPTIONS'], ['Date', new Date().toUTCString()],
      ['Access-Control-Allow-Methods', [...methods, ...methods].join(',')],
      ['Access-Control-Allow-Headers', names.join(',')], ['Access-Control-Max-Age', String(policy.maxAge)]]);
  }
}

serve((policy) => new Layer(policy));
