// Express with the routes that corspec asks for, and CORS by the package cors.
//
//   server.js --policy FILE --port N [--auth outside] [--regex unanchored] [--any true|star]
//
// The package is set up by what "corspec emit" writes, by the program that the environment variable CORSPEC names, or
// by the one that is built here; by hand where corspec refuses to, and in the ways that people write. --regex unanchored
// hands the policy's regex over as it is. --any says how any origin is written: as the star, or as true, which echoes
// the origin; unless it is given, as true where there are credentials.
"use strict";

const { spawnSync } = require("child_process");
const fs = require("fs");
const Module = require("module");
const path = require("path");
const { parseArgs } = require("util");
const cors = require("cors");
const express = require("express");

const isAny = (list) => list.length === 1 && list[0] === "*";

function readPolicy(file) {
  const stated = JSON.parse(fs.readFileSync(file, "utf8"));
  return {
    origins: stated.allow_origins ?? [], regex: stated.allow_origin_regex, methods: stated.allow_methods ?? ["GET"],
    headers: stated.allow_headers ?? [], credentials: stated.allow_credentials ?? false,
    exposed: stated.expose_headers ?? [], maxAge: stated.max_age,
  };
}

// The option origin: the listed ones and the regex, either suffices. The package searches by a regex.
function origin(policy, { regex, any }) {
  if (isAny(policy.origins)) {
    return (any ?? (policy.credentials ? "true" : "star")) === "true" ? true : "*";
  }
  if (policy.regex === undefined) {
    return policy.origins;
  }
  const pattern = regex === "unanchored" ? policy.regex : `^(?:${policy.regex})$`;
  return [...policy.origins, new RegExp(pattern)];
}

function corsOptions(policy, options) {
  const given = {
    origin: origin(policy, options), credentials: policy.credentials, exposedHeaders: policy.exposed,
    maxAge: policy.maxAge,
  };
  // Unless they are named, any method of six and any header are granted.
  if (!isAny(policy.methods)) {
    given.methods = policy.methods;
  }
  if (!isAny(policy.headers)) {
    given.allowedHeaders = policy.headers;
  }
  return given;
}

// Ends as a shell does that does not find a program: the server has failed, and not refused its policy.
function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(127);
}

// The text that corspec writes, or undefined, with a word about it, where it refuses to.
function emitted(file) {
  const builds = ["release", "debug"].map((kind) => path.join(__dirname, "../../../.build", kind, "corspec"));
  const program = process.env.CORSPEC ?? builds.find((build) => fs.existsSync(build)) ?? builds[0];
  const { error, status, stdout, stderr } = spawnSync(program, ["emit", "express", "--policy", file]);
  if (error) {
    fail(`${error.message}\nThe CORS configuration is what corspec writes: build it (swift build -c release --product ` +
      "corspec), or name the program in the environment variable CORSPEC.");
  }
  if (status === 2 && stderr.includes("cannot be written")) {
    process.stderr.write(`${stderr}The options are made by hand.\n`);
    return undefined;
  }
  if (status !== 0) {
    fail(`corspec emit express ended with ${status}\n${stderr}`);
  }
  return stdout.toString();
}

// What the module with a text exports.
function exportsOf(text) {
  const made = new Module("cors-policy.js", module);
  made.paths = module.paths;
  made._compile(text, "cors-policy.js");
  return made.exports;
}

function corsMiddleware(policy, options) {
  const careful = options.any === undefined && options.regex === undefined;
  const text = careful ? emitted(options.policy) : undefined;
  return text === undefined ? cors(corsOptions(policy, options)) : exportsOf(text);
}

// Answers 401 unless the request says who asks.
function authenticate(request, response, next) {
  const cookies = (request.get("Cookie") ?? "").split(/; */);
  if (request.get("Authorization") === "Bearer good" || cookies.includes("session=good")) {
    next();
  } else {
    response.status(401).set("WWW-Authenticate", "Bearer").send("who are you?\n");
  }
}

function application(policy, options) {
  const carried = Object.fromEntries(policy.exposed.filter((name) => name !== "*").map((name) => [name, "corspec"]));
  const app = express();
  // In this environment, Express does not write each error of a route to standard error.
  app.set("env", "test");
  if (options.auth === "outside") {
    app.use("/protected", authenticate);
  }
  app.use(corsMiddleware(policy, options));
  app.all("/open", (request, response) => response.set(carried).send("open\n"));
  app.all("/protected", authenticate, (request, response) => response.set(carried).send("protected\n"));
  app.all("/failing", () => {
    throw new Error("this route fails");
  });
  return app;
}

const { values } = parseArgs({
  options: {
    policy: { type: "string" }, port: { type: "string" }, auth: { type: "string" }, regex: { type: "string" },
    any: { type: "string" },
  },
});
application(readPolicy(values.policy), values).listen(Number(values.port), "127.0.0.1");
