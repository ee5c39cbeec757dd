package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The openings in a Lucene index, in memory and merged into one segment. A student becomes a query: hard rules are filters, the parts of the
 * score are optional clauses with the programme's weights. That every required skill must be there at its level, and that parts count in
 * proportion, has no such clause; Lucene is spared it.
 */
final class LuceneYardstick implements AutoCloseable {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneYardstick(List<Internship> internships) {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(256))) {
            for (Internship internship : internships) {
                writer.addDocument(document(internship));
            }
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher = new IndexSearcher(reader);
        // Every student asks once: a cache would only measure the benchmark's repetitions.
        searcher.setQueryCache(null);
    }

    private static Document document(Internship internship) {
        Document document = new Document();
        add(document, "occupation", internship.occupation());
        String region = internship.region();
        if (region != null) {
            add(document, "region", region);
        }
        if (internship.remote()) {
            add(document, "remote", "yes");
        }
        internship.requiredSkills().keySet().forEach(skill -> add(document, "skill", skill));
        internship.preferredSkills().forEach(skill -> add(document, "skill", skill));
        internship.researchTopics().forEach(topic -> add(document, "topic", topic));
        if (internship.majors().isEmpty()) {
            add(document, "major", "any");
        }
        internship.majors().forEach(major -> add(document, "major", major));
        document.add(new IntPoint("degree", rank(internship.minimumDegree())));
        document.add(new IntPoint("days", internship.daysPerWeek()));
        document.add(new IntPoint("stipend", internship.stipend()));
        document.add(new IntPoint("start", (int) internship.startsOn().toEpochDay()));
        document.add(new IntPoint("end", (int) internship.endsOn().toEpochDay()));
        return document;
    }

    private static void add(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
    }

    private static int rank(Degree degree) {
        return switch (degree) {
            case ASSOCIATE -> 0;
            case BACHELOR -> 1;
            case MASTER -> 2;
            case DOCTORATE -> 3;
        };
    }

    /** How many of the first so many were found. */
    int search(Student student, int wanted) {
        try {
            return searcher.search(query(student), wanted).scoreDocs.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(Student student) {
        int from = (int) student.availableFrom().toEpochDay();
        int until = (int) student.availableUntil().toEpochDay();
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(IntPoint.newRangeQuery("degree", 0, rank(student.degree())), Occur.FILTER)
                .add(IntPoint.newRangeQuery("days", 0, student.daysPerWeek()), Occur.FILTER)
                .add(IntPoint.newRangeQuery("stipend", student.minimumStipend(), Integer.MAX_VALUE), Occur.FILTER)
                .add(IntPoint.newRangeQuery("start", from, until), Occur.FILTER)
                .add(IntPoint.newRangeQuery("end", from, until), Occur.FILTER)
                .add(in("major", List.of("any", student.major())), Occur.FILTER);
        if (!student.regions().isEmpty()) {
            BooleanQuery.Builder place = new BooleanQuery.Builder().add(in("region", student.regions()), Occur.SHOULD);
            if (student.remote()) {
                place.add(new TermQuery(new Term("remote", "yes")), Occur.SHOULD);
            }
            query.add(place.build(), Occur.FILTER);
        }
        student.skills()
                .forEach((skill, level) ->
                        query.add(weighted("skill", skill, Part.SKILLS.defaultWeight() * level / 15), Occur.SHOULD));
        student.occupations()
                .forEach(occupation ->
                        query.add(weighted("occupation", occupation, Part.OCCUPATION.defaultWeight()), Occur.SHOULD));
        student.researchTopics()
                .forEach(topic -> query.add(weighted("topic", topic, Part.RESEARCH.defaultWeight()), Occur.SHOULD));
        for (int place = 0; place < student.regions().size(); place++) {
            double weight = Part.LOCATION.defaultWeight() * (1 - 0.2 * place);
            query.add(weighted("region", student.regions().get(place), weight), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query in(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query weighted(String field, String value, double weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), (float) weight);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
