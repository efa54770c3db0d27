// Each requested name is set as Access-Control-Allow-Headers in a loop, so that only the last one stays.
//
// Shown by, under a policy that lists X-Api-Key and X-Trace:
//     OPTIONS /open, Origin: <granted>, Access-Control-Request-Method: GET,
//     Access-Control-Request-Headers: x-api-key,x-trace    (Access-Control-Allow-Headers: x-trace)
// Severity: broken. A fetch with two listed headers is blocked; with either alone it works.
'use strict';
const { Cors, serve } = require('../support.js');

class Layer extends Cors {
  addAllowHeaders(request, response) {
    for (const name of request.wantedHeaders) {
      response.remove('Access-Control-Allow-Headers');
      response.add('Access-Control-Allow-Headers', name);
    }
  }
}

serve((policy) => new Layer(policy));
