package org.citestream.query.export.cite;

import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/** A publication as an item of the Citation Style Language (CSL 1.0.2, appendix on variables). */
final class CslItem {

    private CslItem() {}

    static CSLItemData of(ShownPublication work) {
        CSLItemDataBuilder item = new CSLItemDataBuilder()
                .id(work.id())
                .type(WorkKind.of(work).csl)
                .title(work.titleOrListed())
                .containerTitle(work.journal())
                .containerTitleShort(work.journalAbbreviation())
                .publisher(work.publisher())
                .volume(work.volume())
                .issue(work.issue())
                .page(PageRange.joined(work, "-"))
                .language(work.language())
                .DOI(work.doi())
                .PMID(work.ids().get("pmid"))
                .PMCID(work.ids().get("pmcid"));
        if (!work.issns().isEmpty()) {
            item.ISSN(work.issns().get(0));
        }
        if (work.doi() == null && work.ids().containsKey("arxiv")) {
            item.URL("https://arxiv.org/abs/" + work.ids().get("arxiv"));
        }
        CSLName[] names = names(work);
        if (names.length > 0) {
            item.author(names);
        }
        List<Integer> date = PublicationDate.parts(work);
        if (!date.isEmpty()) {
            item.issued(new CSLDateBuilder()
                    .dateParts(date.stream().mapToInt(Integer::intValue).toArray())
                    .build());
        }
        return item.build();
    }

    private static CSLName[] names(ShownPublication work) {
        List<CSLName> names = new ArrayList<>();
        work.authors().stream()
                .filter(author -> !author.name().isBlank())
                .map(CslItem::name)
                .forEach(names::add);
        if (work.authorsTruncated() && !names.isEmpty()) {
            names.add(new CSLNameBuilder().literal("others").build());
        }
        return names.toArray(CSLName[]::new);
    }

    private static CSLName name(ShownAuthor author) {
        if (author.family() == null) {
            return new CSLNameBuilder().literal(author.name()).build();
        }
        return new CSLNameBuilder()
                .family(author.family())
                .given(author.given())
                .build();
    }
}
