-- Who waits to sign in has typed no name yet: a browser is looked up without one.
CREATE INDEX known_place_device ON identity.known_place (place) WHERE place LIKE 'device:%';
