package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.invitation.Invitation;
import dev.talentpipeline.console.identity.invitation.Invitations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresInvitations implements Invitations {

    private final JdbcClient jdbc;

    PostgresInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Invitation lock(UUID id) {
        return one("select * from invitation where id = :id for update", id);
    }

    @Override
    public @Nullable Invitation lockByLink(UUID link) {
        return one("select * from invitation where link = :id for update", link);
    }

    @Override
    public @Nullable Invitation findByLink(UUID link) {
        return one("select * from invitation where link = :id", link);
    }

    private @Nullable Invitation one(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(PostgresInvitations::invitation)
                .optional()
                .orElse(null);
    }

    /** Takes turns with others who invite into the organisation, so that a second one finds what the first one made. */
    @Override
    public @Nullable Invitation lockPending(Role role, @Nullable String org, String email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('invitation'), hashtext(:role || ' ' || coalesce(:org, '')))")
                .param("role", role.name())
                .param("org", org)
                .query((row, index) -> index)
                .single();
        return jdbc.sql("""
                        select * from invitation
                        where role = :role and coalesce(org, '') = coalesce(:org, '') and lower(email) = lower(:email)
                          and accepted_at is null and revoked_at is null
                        for update
                        """)
                .param("role", role.name())
                .param("org", org)
                .param("email", email)
                .query(PostgresInvitations::invitation)
                .optional()
                .orElse(null);
    }

    @Override
    public void add(Invitation invitation) {
        jdbc.sql("""
                        insert into invitation (id, link, role, org, school, administrator, email, invited_by,
                            invited_at, expires_at)
                        values (:id, :link, :role, :org, :school, :administrator, :email, :invitedBy, :invitedAt,
                            :expiresAt)
                        """)
                .param("id", invitation.id())
                .param("link", invitation.link())
                .param("role", invitation.role().name())
                .param("org", invitation.org())
                .param("school", invitation.rights().school())
                .param("administrator", invitation.rights().administrator())
                .param("email", invitation.email())
                .param("invitedBy", invitation.invitedBy())
                .param("invitedAt", Timestamp.from(invitation.invitedAt()))
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    @Override
    public void change(Invitation invitation) {
        jdbc.sql("""
                        update invitation set link = :link, expires_at = :expiresAt, revoked_at = :revokedAt,
                            accepted_at = :acceptedAt, account = :account
                        where id = :id
                        """)
                .param("id", invitation.id())
                .param("link", invitation.link())
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .param("revokedAt", timestamp(invitation.revokedAt()))
                .param("acceptedAt", timestamp(invitation.acceptedAt()))
                .param("account", invitation.account())
                .update();
    }

    @Override
    public Slice<Invitation> pending(@Nullable Role role, @Nullable String org, @Nullable UUID after, int limit) {
        List<Invitation> read = jdbc.sql("""
                        select * from invitation
                        where (:role::text is null or role = :role) and (:org::text is null or org = :org)
                          and accepted_at is null and revoked_at is null
                          and (:after::uuid is null
                            or (invited_at, id) > (select invited_at, id from invitation where id = :after))
                        order by invited_at, id limit :limit
                        """)
                .param("role", role == null ? null : role.name())
                .param("org", org)
                .param("after", after)
                .param("limit", limit + 1)
                .query(PostgresInvitations::invitation)
                .list();
        return Slice.cut(read, limit, invitation -> invitation.id().toString());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Invitation invitation(ResultSet row, int index) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("link", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("org"),
                new Rights(row.getBoolean("administrator"), row.getString("school")),
                row.getString("email"),
                row.getString("invited_by"),
                row.getTimestamp("invited_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("revoked_at")),
                instant(row.getTimestamp("accepted_at")),
                row.getString("account"));
    }
}
