'use strict';
// Fault: max_age is formatted by the same helper as the numbers in the dashboard, with separators of thousands.
//
// Smallest exchange (max_age 3600, or any of 1000 and more):
//   OPTIONS /open, Origin: https://app.example.com, Access-Control-Request-Method: GET  ->  Access-Control-Max-Age: 3,600
// Severity: hazard; the value is no delta-seconds, browsers fall back to five seconds and ask again and again.
// Below 1000 the header is right.
const { run, refuse, carriedNames, application, Response, TOKEN } = require('../support.js');

const format = value => typeof value === 'number' ? value.toLocaleString('en-US') : String(value);
const tokens = text => (text ?? '').split(',').map(t => t.trim()).filter(t => TOKEN.test(t));

run(policy => {
  if (policy.trap) refuse('credentials need origins that are named');
  const app = application(policy);
  const grants = origin => policy.star || policy.origins.some(o => o === origin) || policy.matches(origin);

  const rules = {
    'Access-Control-Allow-Methods': req => policy.methods.includes('*') ? tokens(req.get('Access-Control-Request-Method')) : policy.methods,
    'Access-Control-Allow-Headers': req => policy.headers.includes('*') ? tokens(req.get('Access-Control-Request-Headers')) : policy.headers,
    'Access-Control-Max-Age': () => policy.maxAge,
  };

  const emit = (res, name, value) => {
    if (Array.isArray(value)) { if (value.length) res.add(name, value.map(format).join(', ')); } else res.add(name, format(value));
  };

  return req => {
    const origin = req.get('Origin');
    const preflight = req.method === 'OPTIONS' && origin !== undefined && req.get('Access-Control-Request-Method') !== undefined;
    const res = preflight ? new Response(200, [['Content-Type', 'application/json']], '{"ok":true}') : app(req);
    const carried = carriedNames(res);
    emit(res, 'Vary', 'Origin');
    if (origin === undefined || !grants(origin)) return res;
    emit(res, 'Access-Control-Allow-Origin', origin);
    if (policy.credentials) emit(res, 'Access-Control-Allow-Credentials', 'true');
    if (preflight) for (const [name, rule] of Object.entries(rules)) emit(res, name, rule(req));
    else emit(res, 'Access-Control-Expose-Headers', !policy.expose.includes('*') ? policy.expose : policy.credentials ? carried : ['*']);
    return res;
  };
});
