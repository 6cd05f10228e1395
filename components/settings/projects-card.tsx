"use client";

import { FolderKanban } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { addProject, changeProject } from "@/lib/accounts/actions";
import { EditUnitForm } from "./edit-unit-form";
import { NewUnitForm } from "./new-unit-form";
import type { Team } from "./teams-card";

interface Project {
  id: string;
  slug: string;
  name: string;
  teamId: string | null;
  archived: boolean;
}

interface ProjectsProps {
  accountId: string;
  projects: readonly Project[];
  teams: readonly Team[];
  mayWrite: boolean;
}

/** Projects: whose they are, and the word by which usage names them. */
export function ProjectsCard({ accountId, projects, teams, mayWrite }: ProjectsProps) {
  const create = <NewProject accountId={accountId} teams={teams} />;
  return (
    <Card
      title="Projects"
      description="Usage is tracked per project. An event names its project by the word shown here."
      actions={mayWrite && projects.length > 0 && create}
      flush
    >
      <DataTable
        caption="Projects"
        rows={projects}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={FolderKanban} title="No projects yet" actions={mayWrite && create}>
            Make one to see what each piece of work costs.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            head: "Project",
            narrow: "title",
            cell: ({ name, archived }) => (
              <span className="font-medium">
                {name} {archived && <Badge>archived</Badge>}
              </span>
            ),
          },
          {
            key: "slug",
            head: "In usage events",
            narrow: "meta",
            cell: ({ slug }) => <code className="font-mono text-xs">{slug}</code>,
          },
          {
            key: "team",
            head: "Team",
            narrow: "value",
            cell: ({ teamId }) => teams.find(({ id }) => id === teamId)?.name ?? "—",
          },
          {
            key: "edit",
            head: <span className="sr-only">Edit</span>,
            align: "right",
            narrow: "meta-value",
            cell: (project) =>
              mayWrite && (
                <EditProject
                  key={JSON.stringify(project)}
                  accountId={accountId}
                  project={project}
                  teams={teams}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}

function NewProject({ accountId, teams }: Pick<ProjectsProps, "accountId" | "teams">) {
  const [teamId, setTeamId] = useState<string | null>(null);
  return (
    <NewUnitForm what="project" create={(project) => addProject({ ...project, teamId }, accountId)}>
      <TeamSelect teams={teams} teamId={teamId} onChange={setTeamId} />
    </NewUnitForm>
  );
}

function EditProject({
  accountId,
  project,
  teams,
}: { project: Project } & Pick<ProjectsProps, "accountId" | "teams">) {
  const [teamId, setTeamId] = useState(project.teamId);
  const { id, name, archived } = project;
  return (
    <EditUnitForm
      what="project"
      name={name}
      archived={archived}
      save={(next) => changeProject({ id, teamId, ...next }, accountId)}
    >
      <TeamSelect teams={teams} teamId={teamId} onChange={setTeamId} />
    </EditUnitForm>
  );
}

function TeamSelect({
  teams,
  teamId,
  onChange,
}: {
  teams: readonly Team[];
  teamId: string | null;
  onChange: (teamId: string | null) => void;
}) {
  return (
    <Field label="Team">
      <Select value={teamId ?? ""} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">No team</option>
        {teams
          .filter(({ id, archived }) => !archived || id === teamId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
    </Field>
  );
}
