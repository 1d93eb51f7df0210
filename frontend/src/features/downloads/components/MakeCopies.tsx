import { useState } from "react";
import { ApiProblem } from "@/shared/api/problem";
import type { Blueprint } from "@/shared/api/types";
import { formatTime } from "@/shared/i18n/format";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Select } from "@/shared/ui/Select";
import { useRequestRendition } from "../api/renditions";
import { phrasesOf, SLOWER, spanAt } from "../lib/renditions";
import type { Rendition } from "../types";
import { useDownloadWords } from "../words";
import styles from "./Downloads.module.css";

interface MakeCopiesProps {
  taskId: string;
  blueprint: Blueprint;
  copies: readonly Rendition[];
  atS: number;
}

const rates = SLOWER.map(String);
const FULL = "1";

/** Further copies to ask for. One that is there already needs no asking. */
export function MakeCopies({ taskId, blueprint, copies, atS }: MakeCopiesProps) {
  const words = useDownloadWords();
  const { mutate, isPending, error } = useRequestRendition(taskId);
  const [rate, setRate] = useState("0.75");
  const [partRate, setPartRate] = useState(FULL);
  const phrases = phrasesOf(blueprint);
  const moves = blueprint.segments.map(({ target }) => ({ startS: target.start_s, endS: target.end_s }));
  const [move, setMove] = useState(String(spanAt(moves, atS)));
  const [phrase, setPhrase] = useState(String(spanAt(phrases, atS)));
  const has = (kind: Rendition["kind"]) =>
    copies.some((copy) => copy.kind === kind && copy.status !== "failed");
  const percent = (option: string) => words.percent(Math.round(100 * Number(option)));

  return (
    <section className={styles.make} aria-label={words.more}>
      <h3>{words.more}</h3>
      <div className={styles.ways}>
        <Button disabled={isPending || has("share")} onClick={() => mutate({ kind: "share" })}>
          {words.makeShare}
        </Button>
        <Button disabled={isPending || has("counts")} onClick={() => mutate({ kind: "counts", names: true })}>
          {words.makeCounts}
        </Button>
      </div>
      <div className={styles.line}>
        <Select label={words.slower} options={rates} value={rate} nameOf={percent} onChange={setRate} />
        <Button disabled={isPending} onClick={() => mutate({ kind: "slower", rate: Number(rate) })}>
          {words.make}
        </Button>
      </div>
      <div className={styles.line}>
        <Select
          label={words.move}
          options={moves.map((_, index) => String(index))}
          value={move}
          nameOf={(option) => {
            const each = blueprint.segments[Number(option)];
            return each ? `${Number(option) + 1}. ${each.name} (${formatTime(each.target.start_s)})` : "";
          }}
          onChange={setMove}
        />
        <Button
          disabled={isPending}
          onClick={() => mutate({ kind: "move", segment: Number(move), rate: Number(partRate) })}
        >
          {words.makeMove}
        </Button>
      </div>
      {phrases.length > 0 && (
        <div className={styles.line}>
          <Select
            label={words.phrase}
            options={phrases.map((_, index) => String(index))}
            value={phrase}
            nameOf={(option) =>
              words.phraseNamed(Number(option) + 1, formatTime(phrases[Number(option)]?.startS ?? 0))
            }
            onChange={setPhrase}
          />
          <Button
            disabled={isPending}
            onClick={() => mutate({ kind: "phrase", phrase: Number(phrase), rate: Number(partRate) })}
          >
            {words.makePhrase}
          </Button>
        </div>
      )}
      <Select
        label={words.partSpeed}
        options={[FULL, ...rates]}
        value={partRate}
        nameOf={percent}
        onChange={setPartRate}
      />
      {error && <CopyProblem error={error} />}
    </section>
  );
}

function CopyProblem({ error }: { error: unknown }) {
  const words = useDownloadWords();
  const known = error instanceof ApiProblem ? words.byCode[error.code] : undefined;
  if (known === undefined) return <ProblemNotice error={error} />;
  return (
    <Notice kind="trouble">
      <p>{known}</p>
    </Notice>
  );
}
