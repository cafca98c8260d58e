package vn.thucchat.foundation.units.web;

/** @param collection name of the files of one province, such as {@code tuyen-quang} */
record UnitImportForm(String collection) {}
