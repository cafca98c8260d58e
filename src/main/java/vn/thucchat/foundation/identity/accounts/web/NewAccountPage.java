package vn.thucchat.foundation.identity.accounts.web;

import vn.thucchat.foundation.pages.Form;

/** The form for a new account, with the roles and units to choose from. */
public record NewAccountPage(Form<?> form, GrantOptions choices) {}
