package vn.thucchat.foundation.identity.purposes.web;

import java.util.List;
import vn.thucchat.foundation.identity.purposes.DataPurpose;

/** What the province holds of people, and why. */
public record PurposesPage(List<DataPurpose> purposes) {

    public static final String PATH = "/id/purposes";
}
