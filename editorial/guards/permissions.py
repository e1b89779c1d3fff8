"""Whether somebody holds a permission of the engine, in SQL, for guards over what people decide."""


def holds(person: str, codename: str) -> str:
    """SQL that is true where the person with this primary key holds a permission, themself or through a group.

    :param person: SQL for the primary key, such as "NEW.by_id".
    :param codename: a permission of the app `editorial`, such as "sign_off_edition".
    """
    return f"""EXISTS (
                    SELECT 1 FROM public.auth_permission p JOIN public.django_content_type t ON t.id = p.content_type_id
                    WHERE p.codename = '{codename}' AND t.app_label = 'editorial' AND (
                        EXISTS (
                            SELECT 1 FROM public.editorial_user_user_permissions given
                            WHERE given.user_id = {person} AND given.permission_id = p.id
                        ) OR EXISTS (
                            SELECT 1 FROM public.editorial_user_groups held
                            JOIN public.auth_group_permissions given ON given.group_id = held.group_id
                            WHERE held.user_id = {person} AND given.permission_id = p.id
                        )
                    )
                )"""
