package dev.talentpipeline.notification.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::",
                "fd00:ec2::254",
                "100::1"
            })
    void leaveOutWhatIsInside(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.1.1",
                "192.169.1.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2400:3200::1",
                "2001:4860:4860::8888",
                "::ffff:1.1.1.1"
            })
    void haveWhatEverybodyCanReach(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameOfWhichOneAddressIsInsideIsRefusedUnlessItIsAllowed() throws UnknownHostException {
        InetAddress outside = InetAddress.getByName("1.1.1.1");
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        var names = new InMemoryDnsResolver();
        names.add("both.example", outside, inside);
        names.add("allowed.example", inside);
        names.add("outside.example", outside);
        var checked = new CheckedNames(names, Set.of("allowed.example"));

        assertThatExceptionOfType(CheckedNames.InternalAddressException.class)
                .isThrownBy(() -> checked.resolve("both.example"))
                .withMessageNotContaining("10.0.0.1");
        assertThat(checked.resolve("allowed.example")).containsExactly(inside);
        assertThat(checked.resolve("outside.example")).containsExactly(outside);
    }
}
