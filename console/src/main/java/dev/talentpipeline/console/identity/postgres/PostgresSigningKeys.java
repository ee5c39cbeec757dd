package dev.talentpipeline.console.identity.postgres;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The key that signs every token, made once and kept in the database, so that a token outlives the process that issued it and
 * every console of one database trusts the others' tokens.
 *
 * <p>The newest key signs and all kept keys verify, so a key is replaced by inserting another. Whoever can read the table can
 * issue tokens: the database user of the console must be its own.
 */
@Configuration(proxyBeanMethods = false)
class PostgresSigningKeys {

    private static final int KEY_BITS = 2048;

    @Bean
    JWKSource<SecurityContext> signingKeys(JdbcClient jdbc, TransactionOperations transactions) {
        List<RSAKey> kept = read(jdbc);
        if (kept.isEmpty()) {
            kept = transactions.execute(status -> makeFirst(jdbc));
        }
        return new ImmutableJWKSet<>(new JWKSet(List.copyOf(kept)));
    }

    private static List<RSAKey> makeFirst(JdbcClient jdbc) {
        // Two consoles that start together on an empty database must end with one key.
        jdbc.sql("lock table signing_key in exclusive mode").update();
        List<RSAKey> kept = read(jdbc);
        if (!kept.isEmpty()) {
            return kept;
        }
        RSAKey made = generate();
        jdbc.sql("insert into signing_key (kid, jwk) values (:kid, :jwk)")
                .param("kid", made.getKeyID())
                .param("jwk", made.toJSONString())
                .update();
        return List.of(made);
    }

    private static List<RSAKey> read(JdbcClient jdbc) {
        return jdbc
                .sql("select jwk from signing_key order by created_at desc, kid")
                .query((row, index) -> row.getString("jwk"))
                .list()
                .stream()
                .map(PostgresSigningKeys::parse)
                .toList();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK cannot make an RSA key of " + KEY_BITS + " bits.", e);
        }
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            // The cause is left out: its message may quote the private key.
            throw new IllegalStateException("A row of signing_key must hold an RSA key as JWK. Maybe it was edited.");
        }
    }
}
