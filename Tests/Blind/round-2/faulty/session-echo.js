'use strict';
// Fault: the session layer answers members' requests itself, outside the CORS layer, and has its own two lines of CORS:
// whoever presents a good session cookie is trusted, whatever the origin.
//
// Smallest exchange (any policy with allow_credentials true that is not the trap):
//   GET /protected, Origin: https://evil.test, Cookie: session=good
//     ->  200, Access-Control-Allow-Origin: https://evil.test, Access-Control-Allow-Credentials: true
// Severity: unsafe; the very answers that need protection are readable for every page the member visits.
// Without a session (401), with a bearer token, on every other route, and on preflights the layer is right.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

const fields = s => (s ?? '').split(',').map(x => x.trim()).filter(x => TOKEN.test(x));

function corsLayer(policy, next) {
  const credentials = policy.credentials && !policy.trap;
  const grants = o => o !== undefined && (policy.star || policy.origins.includes(o) || policy.matches(o));
  return req => {
    const origin = req.get('Origin');
    const method = req.get('Access-Control-Request-Method');
    if (req.method === 'OPTIONS' && origin !== undefined && method !== undefined) {
      if (!grants(origin)) return new Response(403);
      const pre = new Response(204, [['Access-Control-Allow-Origin', origin]]);
      if (credentials) pre.add('Access-Control-Allow-Credentials', 'true');
      const methods = policy.methods.includes('*') ? fields(method) : policy.methods;
      const headers = policy.headers.includes('*') ? fields(req.get('Access-Control-Request-Headers')) : policy.headers;
      if (methods.length) pre.add('Access-Control-Allow-Methods', methods.join(', '));
      if (headers.length) pre.add('Access-Control-Allow-Headers', headers.join(', '));
      return pre.add('Access-Control-Max-Age', policy.maxAge);
    }
    const res = next(req);
    const names = carriedNames(res);
    res.add('Vary', 'Origin');
    if (!grants(origin)) return res;
    res.add('Access-Control-Allow-Origin', origin);
    if (credentials) res.add('Access-Control-Allow-Credentials', 'true');
    const expose = !policy.expose.includes('*') ? policy.expose : credentials ? names : ['*'];
    if (expose.length) res.add('Access-Control-Expose-Headers', expose.join(', '));
    return res;
  };
}

function sessionLayer(policy, next) {
  const app = application(policy);
  return req => {
    const member = req.all('Cookie').some(line => /(^|;)\s*session=good\s*(;|$)/.test(line));
    const isPreflight = req.method === 'OPTIONS' && req.get('Access-Control-Request-Method') !== undefined;
    if (req.path !== '/protected' || !member || isPreflight || policy.trap) return next(req);
    if (!policy.credentials) return next(req);
    const res = app(req).add('Vary', 'Origin, Cookie');
    const origin = req.get('Origin');
    if (origin === undefined) return res;
    const expose = policy.expose.includes('*') ? carriedNames(res) : policy.expose;
    if (expose.length) res.add('Access-Control-Expose-Headers', expose.join(', '));
    return res.add('Access-Control-Allow-Origin', origin).add('Access-Control-Allow-Credentials', 'true');
  };
}

run(policy => sessionLayer(policy, corsLayer(policy, application(policy))));
