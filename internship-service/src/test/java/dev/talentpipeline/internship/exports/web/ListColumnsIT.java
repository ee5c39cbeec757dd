package dev.talentpipeline.internship.exports.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.exports.ListExports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The columns of every list that the service has. */
@RunningService
class ListColumnsIT {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ListExports exports;

    @Test
    void everyListIsAFileAndEachOfItsColumnsHasAnOwnNameInBothLanguages() {
        ExportedLists lists = new ExportedLists(requestMappingHandlerMapping, exports);

        assertThat(lists.all())
                .hasSizeGreaterThan(20)
                .containsKeys("/api/v1/reconciliations", "/api/v1/programmes/{programme}/clearings/{number}/recall");
        lists.areFilesWithNamedColumns();
    }
}
