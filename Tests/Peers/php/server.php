<?php
// The routes that corspec asks for, in plain PHP, and CORS by header(): PHP has no CORS layer.
//
//   serve --port N --policy FILE [--style NAME] [--auth outside]
//
// FILE is a corspec policy. The style is careful unless told; the others are the recipes that circulate.
declare(strict_types=1);

require __DIR__ . '/policy.php';
require __DIR__ . '/careful.php';
require __DIR__ . '/recipes.php';

const STYLES = [
    'careful' => 'answer_cors', 'unanchored' => 'answer_cors_unanchored', 'star' => 'star_recipe',
    'echo' => 'echo_recipe', 'strpos' => 'strpos_recipe', 'suffix' => 'suffix_recipe', 'implode' => 'implode_recipe',
];

function is_authorized(): bool
{
    return ($_SERVER['HTTP_AUTHORIZATION'] ?? '') === 'Bearer good' || ($_COOKIE['session'] ?? '') === 'good';
}

/** Answers 401 and ends, unless the request says who asks. */
function require_authorization(): void
{
    if (!is_authorized()) {
        http_response_code(401);
        header('WWW-Authenticate: Bearer');
        exit("who are you?\n");
    }
}

/** Answers with the headers that scripts are to read. */
function answer_with(Policy $policy): void
{
    foreach ($policy->exposed as $name) {
        if ($name !== '*') {
            header("$name: corspec");
        }
    }
    echo "corspec\n";
}

$policy = Policy::read(getenv('PEER_POLICY'));
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
header('Content-Type: text/plain');
if (getenv('PEER_AUTH') === 'outside' && $path === '/protected') {
    require_authorization();
}
STYLES[getenv('PEER_STYLE') ?: 'careful']($policy);
switch ($path) {
    case '/open':
        answer_with($policy);
        break;
    case '/protected':
        require_authorization();
        answer_with($policy);
        break;
    case '/failing':
        throw new RuntimeException('this route fails');
    default:
        http_response_code(404);
        echo "not found\n";
}
