'use strict';
// Correct: echoes where others say `*`, and does not care about the rest.
//
// L29 any origin is echoed, `null` included (L33), with Vary: Origin; L60 `Access-Control-Allow-Credentials: false` without
// credentials; L49 any exposed header is expanded to the names carried; L18 max-age is capped at 30, absent up to 5; L19 `-1`
// for 0; L05, L06 every preflight is 200, and the browser may find out by itself what is missing; L01, L04; L03
// `Content-Length: 0`; L16; L32 on refused origins; L31 the trap is granted without credentials; L57 the application's own
// Access-Control-Allow-Origin is replaced.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

run(policy => {
  const bare = application(policy);
  // An application of the old days, with a field of its own on every answer.
  const app = req => bare(req).add('Access-Control-Allow-Origin', 'https://legacy.example').add('Cache-Control', 'max-age=60');
  const credentials = policy.credentials && !policy.trap ? 'true' : 'false';
  const tokens = s => (s ?? '').split(',').map(t => t.trim()).filter(t => TOKEN.test(t));

  const has = {
    origin: o => o !== undefined && (policy.star || policy.origins.includes(o) || policy.matches(o)),
    method: m => policy.methods.includes('*') || policy.methods.includes(m),
    header: h => policy.headers.includes('*') || policy.headers.some(x => x.toLowerCase() === h.toLowerCase()),
  };

  const afterwards = (req, res, preflight) => {
    res.drop('Access-Control-Allow-Origin');
    const carried = carriedNames(res);
    res.add('Vary', 'Origin').add('Access-Control-Allow-Credentials', credentials);
    const origin = req.get('Origin');
    if (has.origin(origin)) res.add('Access-Control-Allow-Origin', origin);
    if (!preflight) {
      const names = policy.expose.includes('*') ? carried : policy.expose;
      return names.length ? res.add('Access-Control-Expose-Headers', names.join(', ')) : res;
    }
    const methods = tokens(req.get('Access-Control-Request-Method')).filter(has.method);
    const headers = tokens(req.get('Access-Control-Request-Headers')).filter(has.header);
    if (methods.length) res.add('Access-Control-Allow-Methods', methods.join());
    if (headers.length) res.add('Access-Control-Allow-Headers', headers.join());
    if (policy.maxAge > 5) res.add('Access-Control-Max-Age', Math.min(30, policy.maxAge));
    if (policy.maxAge === 0) res.add('Access-Control-Max-Age', -1);
    return res;
  };

  return req => {
    const preflight = req.method === 'OPTIONS' && req.get('Origin') !== undefined && req.get('Access-Control-Request-Method') !== undefined;
    const first = preflight ? new Response(200, [['Content-Length', '0'], ['Server', 'shrug'], ['Cache-Control', 'max-age=60']]) : app(req);
    return afterwards(req, first, preflight);
  };
});
