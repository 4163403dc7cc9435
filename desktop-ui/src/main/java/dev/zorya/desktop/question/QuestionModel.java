package dev.zorya.desktop.question;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.OpenQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the sheet says.
 *
 * @param affordable whether the account holds what this person would put in
 */
record QuestionModel(
        Person person,
        String title,
        SequencedMap<String, String> terms,
        List<Share> together,
        boolean affordable,
        String accept) {
    static QuestionModel of(OpenQuestion question, Snapshot snapshot, Money money, When when) {
        Person person = People.of(snapshot, question.contactDid());
        SequencedMap<String, String> terms = new LinkedHashMap<>();
        terms.put(Text.of("question.you-put-in"), money.exact(question.mine()).text());
        terms.put(
                Text.of("question.they-put-in"), money.exact(question.theirs()).text());
        terms.put(Text.of("terms.period"), When.span(question.protectionPeriod()));
        terms.put(Text.of("question.until"), when.stamp(question.expires()));
        return new QuestionModel(
                person,
                Text.of("question.title", person.name()),
                terms,
                List.of(
                        new Share(Share.Kind.MINE, question.mine().units()),
                        new Share(Share.Kind.THEIRS, question.theirs().units())),
                snapshot.overview().onChain().units().compareTo(question.mine().units()) >= 0,
                Text.of("question.accept", money.exact(question.mine()).text()));
    }
}
