// Behind the login, an account service adds its own Access-Control-Allow-Origin, and the CORS layer adds another.
//
// Shown by, under a policy with allow_credentials true, or one that lists Authorization:
//     GET /protected, Origin: <granted>, Cookie: session=good    (200, two Access-Control-Allow-Origin lines, equal)
// Severity: broken. Two lines are read as one value, "o, o", which equals no origin: the fetch is blocked. The 401 and
// every other route have one line.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  application(request) {
    const response = super.application(request);
    const isAccount = request.path === '/protected' && response.status === 200;
    if (isAccount && request.origin !== undefined && this.policy.grants(request.origin)) {
      response.add('Access-Control-Allow-Origin', this.policy.anyOrigin ? '*' : request.origin);
    }
    return response;
  }
}

serve((policy) => new Layer(policy));
