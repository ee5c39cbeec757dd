package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.internship.Companies;
import dev.talentpipeline.internship.internship.CompanyStanding;
import dev.talentpipeline.internship.refusal.Refusal;
import java.util.Map;

/** Lets only companies that the platform stands behind come near students. */
public final class VerifiedCompanies {

    private final Companies companies;

    public VerifiedCompanies(Companies companies) {
        this.companies = companies;
    }

    /** Refuses a company that is not verified now; one that is stays so until the running transaction ends. Comes before every other lock. */
    public void refuseOthers(String company) {
        CompanyStanding standing = companies.hold(company);
        if (standing != CompanyStanding.VERIFIED) {
            throw new Refusal.Forbidden(
                            "company (%s) is %s: only a verified company meets students. Maybe ask a university or operations to verify it."
                                    .formatted(company, standing))
                    .asException();
        }
    }

    /** Refuses the student's side, in the same way, to meet a company that is not verified now. */
    void refuseToMeetOthers(String company) {
        CompanyStanding standing = companies.hold(company);
        if (standing != CompanyStanding.VERIFIED) {
            throw new Refusal.Conflict(
                            "company-not-verified",
                            "company (%s) is %s: only a verified company meets students. Maybe decline, or wait until it is verified again."
                                    .formatted(company, standing),
                            Map.of("company", company, "standing", standing))
                    .asException();
        }
    }
}
