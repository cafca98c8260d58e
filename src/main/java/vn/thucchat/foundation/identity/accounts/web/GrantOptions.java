package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import vn.thucchat.foundation.pages.Option;

/**
 * What a form that gives a role offers.
 *
 * @param units to choose from; empty where they are too many for a list
 */
public record GrantOptions(List<Option> roles, List<Option> units) {}
