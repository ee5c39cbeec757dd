package dev.talentpipeline.kit.exports;

/** Where a service keeps who took which list of people out of it. Without a bean of this it is the log. */
public interface ExportTrail {

    void record(TakenList taken);

    /**
     * What somebody took. Nothing in it is personal.
     *
     * @param list its path, such as {@code /programmes/{programme}/students}
     * @param filter what was asked for, in the path and behind the question mark
     * @param rows how many went out
     * @param whole whether the file has its end
     */
    record TakenList(String list, ExportFormat format, String filter, long rows, boolean whole) {

        /** What it is called on a trail. */
        public String deed() {
            return whole ? "LIST_EXPORTED" : "LIST_EXPORT_BROKEN_OFF";
        }
    }
}
