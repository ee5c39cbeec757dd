package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/a/b x=1&y=%E7%8E%8B /a/b?x=1&y=%E7%8E%8B",
                "/a x[]=1&y=%zz /a?x%5B%5D=1&y=%25zz",
                "/a x=100%&y=王 /a?x=100%25&y=%E7%8E%8B",
                "/[a] q={x} /%5Ba%5D?q=%7Bx%7D"
            })
    void whateverIsTypedIntoAnAddressLeadsBackToThePage(String path, String query, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);

        assertThat(PageAddress.of(request).build(true).toUriString()).isEqualTo(address);
    }
}
