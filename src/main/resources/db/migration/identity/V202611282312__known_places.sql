-- From where an account's right password came before; from there somebody else's guesses keep nobody out.
CREATE TABLE identity.known_place (
    account uuid NOT NULL REFERENCES identity.account (id),
    -- net: and an address or the first half of one (IPv6); device: and the hash of a browser's cookie
    place text NOT NULL CHECK (place ~ '^(net|device):' AND length(place) <= 100),
    last_at timestamptz NOT NULL,
    PRIMARY KEY (account, place)
);
CREATE INDEX known_place_last_at ON identity.known_place (last_at);
