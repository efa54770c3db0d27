<?php
declare(strict_types=1);

/** A corspec policy, with the defaults that the format has. The age is null where it is not stated. */
final class Policy
{
    public function __construct(
        public readonly array $origins,
        public readonly ?string $regex,
        public readonly array $methods,
        public readonly array $headers,
        public readonly bool $credentials,
        public readonly array $exposed,
        public readonly ?int $max_age,
    ) {
    }

    public static function read(string $file): self
    {
        $stated = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
        return new self(
            $stated['allow_origins'] ?? [],
            $stated['allow_origin_regex'] ?? null,
            $stated['allow_methods'] ?? ['GET'],
            $stated['allow_headers'] ?? [],
            $stated['allow_credentials'] ?? false,
            $stated['expose_headers'] ?? [],
            $stated['max_age'] ?? null,
        );
    }

    public function any_origin(): bool
    {
        return $this->origins === ['*'];
    }
}
