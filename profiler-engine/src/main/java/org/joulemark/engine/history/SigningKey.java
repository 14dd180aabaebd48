package org.joulemark.engine.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Ed25519 key (RFC 8032) that signs checkpoints. It lies beside the history, readable by its owner only, as PKCS #8
 * and SubjectPublicKeyInfo in PEM (RFC 7468). It shows which installation sealed a ledger; it does not stop its owner.
 */
final class SigningKey {
    static final String FILE_NAME = "ledger-key.pem";
    private static final String ALGORITHM = "Ed25519";
    private static final int MOST_BYTES = 10_000;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The key in that folder, made if there is none. @throws IOException with one clear line if it cannot be used */
    static SigningKey in(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            make(folder, file);
        }
        return read(file);
    }

    /** The key that lies in that folder. @throws IOException with one clear line if it cannot be used */
    static SigningKey existing(Path folder) throws IOException {
        return read(folder.resolve(FILE_NAME));
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is in every Java runtime since 15", e);
        }
    }

    static boolean holds(byte[] publicKey, byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey(publicKey));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static SigningKey read(Path file) throws IOException {
        String problem =
                "The key " + file + " cannot be used; put it back from a backup, or, if nothing was sealed with"
                        + " it yet, move it away";
        String pem = text(file, problem);
        try {
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")));
            SigningKey key = new SigningKey(secret, block(pem, "PUBLIC KEY"));
            byte[] probe = {1, 2, 3};
            if (!holds(key.publicKey, probe, key.sign(probe))) {
                throw new IOException(problem);
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(problem, e);
        }
    }

    /** A pipe would keep a reader waiting, and what is no key may be of any size. */
    private static String text(Path file, String problem) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(problem + " (it is no regular file)");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(problem);
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] block(String pem, String label) {
        Matcher matcher = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(pem);
        return matcher.find() ? Base64.getMimeDecoder().decode(matcher.group(1)) : new byte[0];
    }

    /** Writes beside, then links into place, so that the file is whole and the first of two programs wins. */
    private static void make(Path folder, Path file) throws IOException {
        Path draft = Files.createTempFile(folder, "ledger-key", ".tmp", OwnerOnly.attribute(folder, "rw-------"));
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.writeString(
                    draft,
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            Files.move(draft, file);
        } catch (FileAlreadyExistsException otherWasFaster) {
            Files.delete(draft);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is in every Java runtime since 15", e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String pem(String label, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
