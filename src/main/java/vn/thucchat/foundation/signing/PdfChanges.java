package vn.thucchat.foundation.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.enumerations.PdfObjectModificationType;

/** Tells whether what revisions after a signature changed is more than proofs and further signatures. */
final class PdfChanges {

    private PdfChanges() {}

    static boolean after(SignatureWrapper signature) {
        return !signature.getPdfUndefinedChanges().isEmpty()
                || !signature.getPdfAnnotationChanges().isEmpty()
                || !signature.getPdfPageDifferenceConcernedPages().isEmpty()
                || signature.getPdfSignatureOrFormFillChanges().stream().anyMatch(PdfChanges::filled);
    }

    /** A form that was filled, or a signature field that was changed or taken away; a new one is a further signature. */
    private static boolean filled(XmlObjectModification change) {
        return !"Sig".equals(change.getType()) || change.getAction() != PdfObjectModificationType.CREATION;
    }
}
