package vn.thucchat.government.dossiers.procedures.web;

import jakarta.validation.constraints.Size;

/** Why a version is returned; nothing when it is approved. */
record ReturnForm(
        @Size(max = 500, message = "procedures.fault.reason")
        String reason) {}
