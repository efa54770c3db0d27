'use strict';
// Fault: revalidation is answered from the fields that were kept with the entity tag, and those include the CORS fields of
// the first request that was granted. A 304 thus carries another origin's grant.
//
// Smallest exchange (allow_origins ["https://a.example.com", "https://b.example.com"]), in this order on one instance:
//   GET /open, Origin: https://a.example.com  ->  200, ETag: "…", granted, rightly
//   GET /open, Origin: https://b.example.com, If-None-Match: "…"  ->  304, Access-Control-Allow-Origin: https://a.example.com
// Severity: broken; the browser updates its stored answer with the other origin's grant and blocks it.
// Every answer but a 304 is right.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');
const crypto = require('crypto');

function cors(policy, next) {
  const credentials = policy.credentials && !policy.trap;
  const star = policy.origins.length === 1 && policy.origins[0] === '*';
  const grant = origin => {
    if (star && !policy.credentials) return '*';
    return origin !== undefined && (star || policy.origins.includes(origin) || policy.matches(origin)) ? origin : undefined;
  };
  const list = text => (text ?? '').split(',').map(t => t.trim()).filter(t => TOKEN.test(t));
  return req => {
    const origin = req.get('Origin');
    const value = grant(origin);
    const asked = req.get('Access-Control-Request-Method');
    const preflight = req.method === 'OPTIONS' && origin !== undefined && asked !== undefined;
    const res = preflight ? new Response(204) : next(req);
    const names = carriedNames(res);
    if (value !== '*') res.add('Vary', 'Origin');
    if (value === undefined) return res;
    res.add('Access-Control-Allow-Origin', value);
    if (credentials) res.add('Access-Control-Allow-Credentials', 'true');
    const fields = preflight
      ? [['Methods', policy.methods.includes('*') ? list(asked) : policy.methods],
         ['Headers', policy.headers.includes('*') ? list(req.get('Access-Control-Request-Headers')) : policy.headers]]
      : [];
    for (const [name, values] of fields) if (values.length) res.add('Access-Control-Allow-' + name, values.join(', '));
    if (preflight) return res.add('Access-Control-Max-Age', policy.maxAge);
    const exposed = policy.expose.includes('*') ? (credentials ? names : ['*']) : policy.expose;
    return exposed.length ? res.add('Access-Control-Expose-Headers', exposed.join(', ')) : res;
  };
}

// Outermost: adds entity tags to answers of 200, and answers If-None-Match.
function entityTags(next) {
  const kept = new Map();
  return req => {
    const res = next(req);
    if (res.status !== 200 || !['GET', 'HEAD'].includes(req.method)) return res;
    if (!res.get('ETag')) res.add('ETag', '"' + crypto.createHash('sha1').update(res.body).digest('hex').slice(0, 12) + '"');
    const tag = res.get('ETag');
    const key = req.path + ' ' + tag;
    const wanted = (req.get('If-None-Match') ?? '').split(',').map(t => t.trim().replace(/^W\//, ''));
    const hit = wanted.includes(tag) || wanted.includes('*');
    if (!kept.has(key) && res.get('Access-Control-Allow-Origin')) {
      kept.set(key, res.headers.filter(h => /^(vary|etag|cache-control|access-control-)/i.test(h[0])));
    }
    if (!hit) return res;
    return new Response(304, kept.get(key) ?? res.headers.filter(h => /^(vary|etag)$/i.test(h[0])));
  };
}

run(policy => entityTags(cors(policy, application(policy))));
