package org.citestream.query.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.citestream.query.problem.BadParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://localhost:8080/x",
                "http://10.1.2.3/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[2002:7f00:1::]/",
                "http://[64:ff9b::7f00:1]/",
                "http://224.0.0.1/",
                "http://no.such.host.invalid/"
            })
    void shouldRefuseWhenAddressIsNotPublic(String url) {
        assertThatThrownBy(() -> Receiver.parse(url).checked(false)).isInstanceOf(BadParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2606:4700:4700::1111", "64:ff9b::808:808", "2002:808:808::"})
    void shouldAcceptWhenAddressIsPublic(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://",
                "http://user:pw@example.org/",
                "http://example.org/#x",
                "http://exa mple.org/",
                "http:/example.org"
            })
    void shouldRefuseWhenTheUrlIsNotValid(String url) {
        assertThatThrownBy(() -> Receiver.parse(url))
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("write http");
    }

    @Test
    void shouldKeepPortPathAndQueryWhenParsed() {
        // Given
        Receiver receiver = Receiver.parse("https://example.org/hook?a=b%20c");
        // When, Then
        assertThat(receiver.port()).isEqualTo(443);
        assertThat(receiver.path()).isEqualTo("/hook?a=b%20c");
        assertThat(receiver.secure()).isTrue();
    }
}
