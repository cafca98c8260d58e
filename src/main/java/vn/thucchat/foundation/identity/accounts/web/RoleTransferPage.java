package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * Where an official's rights are moved to another unit.
 *
 * @param from units in which the account holds roles
 * @param to units to choose from; empty where they are too many for a list
 */
public record RoleTransferPage(Entry entry, List<Option> from, List<Option> to, Form<?> form) {}
