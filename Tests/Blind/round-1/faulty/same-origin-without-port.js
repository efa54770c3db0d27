// Writes from foreign origins get 403, and the exception for the server's own pages compares the host without its port.
//
// Shown by, under any policy with listed origins, the server on port 8080:
//     POST /open, Host: 127.0.0.1:8080, Origin: http://127.0.0.1:8080    (403)
//     POST /open, Host: 127.0.0.1:8080                                   (200)
// Severity: broken. Browsers send Origin with a same-origin POST too: the site's own forms stop working, on every port
// but 80 and 443. GET and HEAD are handled.
'use strict';
const { Cors, Response, serve } = require('../support.js');

function isOwn(origin, host) {
  try {
    return new URL(origin).hostname === host;
  } catch {
    return false;
  }
}

class Layer extends Cors {
  actual(request) {
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const isForeign = request.origin !== undefined && !this.policy.grants(request.origin)
      && !isOwn(request.origin, request.get('host'));
    if (isWrite && isForeign) return new Response(403, [['Vary', 'Origin']], 'cross-site write\n');
    return super.actual(request);
  }
}

serve((policy) => new Layer(policy));
