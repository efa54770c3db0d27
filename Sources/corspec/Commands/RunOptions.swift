/// The options of `corspec run`.
enum RunOptions {
    static let all = target + PolicyOptions.all + selection + URLOptions.all

    private static let target: [OptionSpec] = [
        OptionSpec(
            name: "--config", value: "FILE", help: "options from a file; those given here win; see: help config"),
        OptionSpec(name: "--url", value: "URL", repeats: true, help: "test a server that is running; needs a policy"),
        OptionSpec(
            name: "--builtin", value: "NAME", repeats: true, help: "test an adapter that ships; reference unless given"),
        OptionSpec(
            name: "--launch", value: "CMD", repeats: true,
            help: "start a server for each policy: {port} and {policy} are put in: help launch"),
        LaunchOptions.startTimeout,
        OptionSpec(
            name: "--adapter", value: "CMD", repeats: true,
            help: "test a program that speaks the adapter protocol: help adapter"),
        OptionSpec(
            name: "--compare", value: "[NAME=]REPORT.json", repeats: true,
            help: "put this JSON report of an earlier run beside the others; two targets are compared too: help compare"
        ),
        OptionSpec(
            name: "--differences", help: "of a comparison show only the rows of which targets say different things"),
        OptionSpec(
            name: "--cannot", value: "LIST", repeats: true,
            help: "what the target cannot express, with commas; cases that need it are skipped: help cannot"),
        OptionSpec(
            name: "--route", value: "'NAME=PATH [METHODS]'", repeats: true,
            help: "where a route is: open, protected, failing or missing; with methods it has these only"),
        OptionSpec(
            name: "--auth", value: "LINE",
            help: "the header line that makes the protected route answer 200; its value may be @FILE or env:NAME"),
        OptionSpec(
            name: "--policy", value: "FILE|NAME", repeats: true,
            help: "a policy file or a bundled policy; all bundled ones unless given, with --url exactly one"),
        OptionSpec(
            name: "--environment", value: "NAME",
            help: "the environment of the policy file; required where it names more than one"),
    ]

    private static let selection: [OptionSpec] = [
        OptionSpec(
            name: "--suite", value: "PATH", repeats: true,
            help: "a fixture file or a folder of them, in place of the bundled ones; \"bundled\" names those"),
        OptionSpec(
            name: "--only", value: "GLOB", repeats: true,
            help: "run the rows whose id, or case's id, matches; * crosses / and @; POLICY:ID narrows to a policy"),
        OptionSpec(name: "--except", value: "GLOB", repeats: true, help: "leave such rows out"),
        OptionSpec(
            name: "--failed", value: "REPORT.json",
            help: "run again what failed in the run that wrote this JSON report; --only and --except narrow it further"),
        OptionSpec(name: "--fail-fast", help: "begin no row after the first one that fails the run"),
        OptionSpec(
            name: "--baseline", value: "FILE", help: "known failures, which do not fail the run; see: help baseline"),
        OptionSpec(
            name: "--write-baseline", value: "FILE",
            help: "write what fails into FILE as known, or renew FILE, and exit 0"),
        OptionSpec(
            name: "--format", value: "FORMAT",
            help: "what standard output gets: text (default), json or junit; markdown of a comparison"),
        OptionSpec(name: "--report", value: "FORMAT=FILE", repeats: true, help: "write a report into a file as well"),
        OptionSpec(name: "--verbose", help: "show notes, passed rows, and every failed row in full"),
        OptionSpec(name: "--strict", help: "let hazards fail the run"),
        OptionSpec(name: "--jobs", value: "N", help: "rows in flight at once, 1 to 256; 8 unless given"),
        OptionSpec(name: "--dry-run", help: "print every request, send none"),
        OptionSpec(name: "--color", value: "WHEN", help: "auto (default), always or never"),
    ]
}
