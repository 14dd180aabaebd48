package org.joulemark.engine.carbon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One shipped table: its rows and the identity of the very bytes they were read from.
 *
 * @param sha256 lower-case hex SHA-256 of the file
 * @param rows rows by column name
 */
record FactorTable(String sha256, List<CSVRecord> rows) {
    private static final String FOLDER = "/org/joulemark/data/";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** A table of the class path. @throws UncheckedIOException if it is not there: the build is broken */
    static FactorTable shipped(String name) {
        try (InputStream in = FactorTable.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("the table " + name + " is not part of this build");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FactorTable read(byte[] bytes) throws IOException {
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return new FactorTable(sha256(bytes), parser.getRecords());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
