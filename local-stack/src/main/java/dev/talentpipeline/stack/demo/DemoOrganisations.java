package dev.talentpipeline.stack.demo;

import static dev.talentpipeline.stack.demo.DemoOrganisation.Role.COMPANY;
import static dev.talentpipeline.stack.demo.DemoOrganisation.Role.UNIVERSITY;

import java.util.List;
import java.util.stream.Stream;

/** The organisations that take part in the demo programme. All are invented; none is meant to be a real institution. */
public final class DemoOrganisations {

    public static final DemoOrganisation LINJIANG_TECH =
            new DemoOrganisation("univ-linjiang-tech", "Linjiang University of Technology", "临江理工大学", UNIVERSITY, null);
    public static final DemoOrganisation YUNLAN =
            new DemoOrganisation("univ-yunlan", "Yunlan University", "云岚大学", UNIVERSITY, null);
    public static final DemoOrganisation CANGYU_INFORMATION = new DemoOrganisation(
            "univ-cangyu-information", "Cangyu University of Information Engineering", "沧屿信息工程大学", UNIVERSITY, null);
    public static final DemoOrganisation QINGSUI_VOCATIONAL = new DemoOrganisation(
            "univ-qingsui-vocational", "Qingsui Vocational and Technical College", "青穗职业技术学院", UNIVERSITY, null);

    public static final DemoOrganisation GULAN_INTELLIGENCE =
            new DemoOrganisation("co-gulan-intelligence", "Gulan Intelligence", "谷岚智能", COMPANY, "91000000MADEM00011");
    public static final DemoOrganisation CENLI_MICROELECTRONICS = new DemoOrganisation(
            "co-cenli-microelectronics", "Cenli Microelectronics", "岑砾微电子", COMPANY, "91000000MADEM00024");
    public static final DemoOrganisation FUYU_CLOUD =
            new DemoOrganisation("co-fuyu-cloud", "Fuyu Cloud", "浮屿云", COMPANY, "91000000MADEM00037");
    public static final DemoOrganisation TINGLAN_DATA =
            new DemoOrganisation("co-tinglan-data", "Tinglan Data", "汀澜数据", COMPANY, "91000000MADEM0004A");
    public static final DemoOrganisation YANDUN_SECURITY =
            new DemoOrganisation("co-yandun-security", "Yandun Security", "砚盾安全", COMPANY, "91000000MADEM0005D");
    public static final DemoOrganisation TUOLING_ROBOTICS =
            new DemoOrganisation("co-tuoling-robotics", "Tuoling Robotics", "拓翎机器人", COMPANY, "91000000MADEM0006G");
    public static final DemoOrganisation HUIXI_DIGITAL_HUMANS = new DemoOrganisation(
            "co-huixi-digital-humans", "Huixi Digital Humans", "绘羲数字人", COMPANY, "91000000MADEM0007K");
    public static final DemoOrganisation HENGLING_MOBILITY = new DemoOrganisation(
            "co-hengling-mobility", "Hengling Smart Mobility", "衡岭智行", COMPANY, "91000000MADEM0008N");

    private static final List<DemoOrganisation> UNIVERSITIES =
            List.of(LINJIANG_TECH, YUNLAN, CANGYU_INFORMATION, QINGSUI_VOCATIONAL);
    private static final List<DemoOrganisation> COMPANIES = List.of(
            GULAN_INTELLIGENCE,
            CENLI_MICROELECTRONICS,
            FUYU_CLOUD,
            TINGLAN_DATA,
            YANDUN_SECURITY,
            TUOLING_ROBOTICS,
            HUIXI_DIGITAL_HUMANS,
            HENGLING_MOBILITY);

    private DemoOrganisations() {}

    public static List<DemoOrganisation> universities() {
        return UNIVERSITIES;
    }

    public static List<DemoOrganisation> companies() {
        return COMPANIES;
    }

    /** Universities first, then companies. */
    public static List<DemoOrganisation> all() {
        return Stream.concat(UNIVERSITIES.stream(), COMPANIES.stream()).toList();
    }

    static DemoOrganisation withId(String id) {
        return all().stream()
                .filter(organisation -> organisation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("organisation (" + id + ") is not in the demo."));
    }
}
