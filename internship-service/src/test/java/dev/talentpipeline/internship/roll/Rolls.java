package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Participants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A university with two schools and a roll of its own. */
record Rolls(String org, Api university) {

    static Rolls newUniversity(Participants participants) {
        String org = "univ-" + UUID.randomUUID().toString().substring(0, 8);
        Api university = participants.university(org);
        university.put("/organisations/" + org, Bodies.university(org));
        for (String school : List.of("informatics", "law")) {
            university.put("/organisations/" + org + "/schools/" + school, Map.of("nameZh", school, "nameEn", school));
        }
        return new Rolls(org, university);
    }

    String path() {
        return "/organisations/" + org + "/roll";
    }

    String path(String entry) {
        return path() + "/" + entry;
    }

    Api.Answer put(String number, Map<String, ?> facts) {
        return university.put(path(number), facts);
    }

    Api.Answer entry(String entry) {
        return university.get(path(entry));
    }

    static List<String> numbers(Api.Answer list) {
        return StreamSupport.stream(list.json().path("items").spliterator(), false)
                .map(item -> item.path("number").asString())
                .toList();
    }
}
