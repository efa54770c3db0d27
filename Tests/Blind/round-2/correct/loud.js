'use strict';
// Correct: says everything, to everyone, twice.
//
// L07 refused origins get every field but Access-Control-Allow-Origin; L46, L26 all fields on preflights and answers alike;
// L12, L53 lists in several lines, with duplicates, with and without spaces; L14 requested headers in capitals; L15 GET, HEAD
// and POST, and the safelisted header names and Origin, beside what is listed; L50 safelisted response headers are exposed too;
// L51 Vary: Origin beside `*`; L47; L59 odd names; L06 refused methods and headers are merely not in the list; L29;
// L31 the trap is granted without credentials; L61 Timing-Allow-Origin.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

const SAFE_REQUEST = ['accept', 'accept-language', 'content-language', 'origin'];
const SAFE_RESPONSE = ['Cache-Control', 'Content-Language', 'Content-Type', 'Expires', 'Last-Modified', 'Pragma'];
const list = line => (line ?? '').split(',').map(x => x.trim()).filter(x => TOKEN.test(x));

function shout(res, name, values) {
  const middle = Math.ceil(values.length / 2);
  res.add(name.toUpperCase(), values.slice(0, middle).join(',') || values[0]);
  res.add(name.toLowerCase(), values.slice(middle > 1 ? middle - 1 : 0).join(' , '));
}

run(policy => {
  const app = application(policy);
  const credentials = policy.credentials && !policy.trap;
  return req => {
    const origin = req.get('Origin');
    const method = req.get('Access-Control-Request-Method');
    const preflight = req.method === 'OPTIONS' && origin !== undefined && method !== undefined;
    const res = preflight ? new Response(200, [['Allow', 'GET, OPTIONS'], ['Content-Type', 'text/plain']], 'OK') : app(req);
    const carried = carriedNames(res);

    res.add('vary', 'Accept-Encoding, ORIGIN').add('Vary', 'Origin').add('VARY', 'Access-Control-Request-Headers');
    if (policy.star) res.add('AcCeSs-CoNtRoL-aLlOw-OrIgIn', '*');
    else if (origin !== undefined && (policy.origins.includes(origin) || policy.matches(origin))) {
      res.add('AcCeSs-CoNtRoL-aLlOw-OrIgIn', origin);
    }
    if (credentials) res.add('access-control-allow-credentials', 'true');

    const methods = ['GET', 'HEAD', 'POST'];
    if (policy.methods.includes('*')) methods.push('PUT', 'PATCH', 'DELETE', ...list(method));
    else methods.push(...policy.methods);
    shout(res, 'Access-Control-Allow-Methods', methods);

    const headers = SAFE_REQUEST.slice();
    if (policy.headers.includes('*')) headers.push(...list(req.get('Access-Control-Request-Headers')));
    else headers.push(...policy.headers);
    shout(res, 'Access-Control-Allow-Headers', headers.map(h => h.toUpperCase()));

    const exposed = SAFE_RESPONSE.slice();
    if (!policy.expose.includes('*')) exposed.push(...policy.expose);
    else exposed.push(...(policy.credentials ? carried : ['*']));
    shout(res, 'Access-Control-Expose-Headers', exposed);

    res.add('access-control-MAX-AGE', policy.maxAge);
    return res.add('Timing-Allow-Origin', '*');
  };
});
