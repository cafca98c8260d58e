package vn.thucchat.foundation.identity.credentials.web;

import java.time.Instant;
import java.util.List;
import vn.thucchat.foundation.identity.credentials.HeldFacts;
import vn.thucchat.foundation.identity.credentials.IssuedCredential;

/** What a person may take to a wallet, and what was taken before, the latest first. */
public record CredentialsPage(List<HeldFacts.Fact> facts, List<IssuedCredential> issued, Instant now) {}
