'use strict';
// Correct: shows refused origins the door.
//
// L44 every request of a refused origin gets 403, but not the server's own pages; L54 those 403 have no Vary; L05 refused
// preflights 403 with a body; L53, L28, L59 Vary over several lines, in any case, with other names; L08, L13 the asked
// method and headers are echoed; L12 separate lines; L14 header names in capitals as words; L02 a preflight of 200 with a body;
// L31 the trap grants nothing, which here means that everybody but the server's own pages is refused; L32.
const { run, carriedNames, application, Response, TOKEN } = require('../support.js');

const words = name => name.split('-').map(w => w.charAt(0).toUpperCase() + w.slice(1).toLowerCase()).join('-');

class Bouncer {
  constructor(policy) {
    this.policy = policy;
    this.app = application(policy);
    this.guests = new Set(policy.trap ? [] : policy.origins);
    this.headers = new Set(policy.headers.map(h => h.toLowerCase()));
  }

  knows(origin) {
    if (this.policy.trap) return false;
    return this.policy.star || this.guests.has(origin) || this.policy.matches(origin);
  }

  ownPage(origin, req) {
    const host = req.get('Host');
    return host !== undefined && (origin === 'http://' + host || origin === 'https://' + host);
  }

  turnAway() { return new Response(403, [['Content-Type', 'text/html']], '<p>Not on the list.</p>\n'); }

  handle(req) {
    const origin = req.get('Origin');
    if (origin === undefined) return this.vary(this.app(req));
    const method = req.get('Access-Control-Request-Method');
    const preflight = req.method === 'OPTIONS' && method !== undefined;
    if (!this.knows(origin)) {
      return this.ownPage(origin, req) && !preflight ? this.vary(this.app(req)) : this.turnAway();
    }
    return preflight ? this.preflight(req, origin, method) : this.actual(req, origin);
  }

  vary(res) { return res.add('VARY', 'accept-encoding').add('vary', 'oRiGiN'); }

  stamp(res, origin) {
    res.add('access-control-allow-origin', origin);
    if (this.policy.credentials) res.add('ACCESS-CONTROL-ALLOW-CREDENTIALS', 'true');
    return this.vary(res);
  }

  actual(req, origin) {
    const res = this.app(req);
    const carried = carriedNames(res);
    const star = this.policy.expose.includes('*');
    for (const name of star ? (this.policy.credentials ? carried : ['*']) : this.policy.expose) {
      res.add('access-control-expose-headers', name);
    }
    return this.stamp(res, origin);
  }

  preflight(req, origin, method) {
    const asked = req.all('Access-Control-Request-Headers').join(',').split(',').map(n => n.trim()).filter(n => n !== '');
    const methodGood = TOKEN.test(method) && (this.policy.methods.includes('*') || this.policy.methods.includes(method)
      || ['GET', 'HEAD', 'POST'].includes(method));
    if (!methodGood) return this.turnAway();
    if (!asked.every(n => TOKEN.test(n) && (this.headers.has('*') || this.headers.has(n.toLowerCase())))) return this.turnAway();
    const res = this.stamp(new Response(200, [['Content-Type', 'text/plain']], 'welcome\n'), origin);
    res.add('access-control-allow-methods', method);
    for (const name of asked) res.add('access-control-allow-headers', words(name));
    return res.add('access-control-max-age', this.policy.maxAge);
  }
}

run(policy => { const bouncer = new Bouncer(policy); return req => bouncer.handle(req); });
